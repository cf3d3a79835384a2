# 界面已无法显示时，桌面程序所说的话：窗口未能打开，或程序出错。

shell-trouble-title = Entente
# $reason 为系统自身的英文说明。
shell-start-failed =
    Entente 无法启动。

    { $reason }

    重新启动电脑往往可以解决。您的工作区未受影响。
# $place 指明程序中的位置，供维护人员使用。
shell-defect =
    Entente 出现了程序缺陷。

    已保存的内容是安全的。如果窗口不再响应，请将其关闭并重新启动 Entente。

    请报告此问题：{ $place }
shell-no-display = 没有可以打开窗口的显示器。可在终端中使用同样的工作区：entente-cli --help
shell-no-answer = Entente 已在运行，但没有回应。如果它的窗口没有反应，请结束该程序后重新启动 Entente。已保存的内容不会丢失。
