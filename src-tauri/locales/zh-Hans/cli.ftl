## 命令行：帮助。

cli-about = 在终端中管理联盟的机构、联系人、协议与跟进事项。
cli-heading-usage = 用法
cli-heading-commands = 命令
cli-heading-arguments = 参数
cli-heading-options = 选项
cli-value-command = 命令
cli-value-country = 国家
cli-value-device = 电脑
cli-value-duplicate = 重复记录
cli-value-field = 字段
cli-value-file = 文件
cli-value-folder = 文件夹
cli-value-id = 标识
cli-value-in = 来源
cli-value-kept = 保留记录
cli-value-kind = 类别
cli-value-name = 名称
cli-value-options = 选项
cli-value-out = 目标
cli-value-size = 大小
cli-value-tag = 语言
cli-value-text = 文字
cli-value-use = 用途
cli-value-value = 值
cli-value-what = 内容

cli-command-new = 新建空白工作区
cli-command-sample = 在刚新建的工作区中填入示例
cli-command-list = 列出某一类别的记录
cli-command-show = 显示一条记录及其全部下属内容
cli-command-history = 显示一条记录由谁、在何时、作了何种更改
cli-command-search = 按词语或词首查找记录，文字不限
cli-command-agenda = 按截止日期显示待办的跟进事项
cli-command-conflicts = 显示存在多个值的字段
cli-command-settle = 按规则批量解决冲突
cli-command-add = 添加记录
cli-command-edit = 设置记录的字段
cli-command-delete = 将记录移入回收站
cli-command-restore = 从回收站恢复记录
cli-command-merge = 将两条重复的记录合并为一条
cli-command-erase = 彻底抹除一条记录，所有得知此事的电脑都会抹除
cli-command-undo = 撤销本机上次保存所作的更改
cli-command-redo = 重做上次撤销的更改
cli-command-attach = 将文件复制到工作区，作为某条记录的附件
cli-command-export = 将全部内容写入交换文件，供同事使用
cli-command-import = 导入同事的交换文件
cli-command-imports = 列出收到的内容
cli-command-import-show = 显示一次导入的记录，或其中一条的各字段
cli-command-import-undo = 撤回一次导入带来的内容
cli-command-print = 将协议摘要打印为 PDF
cli-command-devices = 显示参与的各台电脑、各自缺少的内容及是否可信
cli-command-trust = 与其联络官比对指纹后，信任该电脑
cli-command-retire = 声明某台电脑已停用（同事也会得知）
cli-command-fingerprint = 显示本机或其他电脑的指纹，供当面比对
cli-command-folder = 通过由 Syncthing、Nextcloud、OneDrive 或 U 盘传送的文件夹交换
cli-command-set = 选定共享文件夹，或更改其用法
cli-command-look = 收取新到的内容，并放入他人缺少的内容
cli-command-status = 显示其中等待处理的和原样保留的文件
cli-command-meet = 接纳在其中自我介绍的电脑，今后也为它加密文件
cli-command-clear = 不再使用共享文件夹；其中的内容保留
cli-command-backups = 显示已有的备份，或选择备份文件夹
cli-command-backup = 立即备份工作区
cli-command-restore-backup = 用备份替换工作区（被替换者本身也会留作备份）
cli-command-rebuild = 根据日志重建所有显示内容
cli-command-erase-again = 再次抹除随备份恢复的已抹除记录
cli-command-sweep = 重写工作区文件，使其中不留任何已抹除的内容
cli-command-check = 核验日志、附件及工作区文件
cli-command-digest = 输出全部内容的摘要值：两台电脑所知相同，则摘要值相同

cli-argument-workspace = 工作区文件
cli-argument-json = 以一个 JSON 文档作答
cli-argument-language = 使用的语言：en 或 zh-Hans（不指定则用系统语言）
cli-argument-help = 显示此帮助
cli-argument-version = 显示程序版本
cli-argument-officer = 联络官姓名
cli-argument-device = 电脑名称
cli-argument-kind = 记录类别：institution、person、agreement、party、event、follow-up 等
cli-argument-filters = 仅列出具有该值的记录（可重复使用：不同字段须同时满足，同一字段满足其一即可）：country=CN，signed=2023-01-01..2023-12-31，ends=?（不详），ends=*（已知），tag=sample，state=expiring（协议日期的含义）
cli-argument-sort = 按该字段排序；前加 - 则降序
cli-argument-limit = 最多显示的条数
cli-argument-deleted = 改为列出回收站中的记录
cli-argument-id = 记录的标识
cli-argument-ids = 各记录的标识
cli-argument-duplicate = 移入回收站的那条记录的标识
cli-argument-kept = 保留的那条记录的标识，今后由它代表两者
cli-argument-take = 采用重复记录取值的字段（可多次给出）
cli-argument-text = 要查找的词语，须全部出现
cli-argument-fields = 字段及其值；= 后留空则清空该字段
cli-argument-file = 文件
cli-argument-purpose = 附件用途：signed、draft、annex、letter、minutes，或自拟词语
cli-argument-only = 只包含此国家/地区（两个字母）或此记录，及其相关和附属内容（可重复）
cli-argument-lacking = 只包含该电脑（以其标识指明）缺少的内容，以此处导入的、它最近制作的交换文件为准；并为它加密
cli-argument-recipients = 收件电脑的标识（可重复）：加密后只有这些电脑和本机能打开
cli-argument-passphrase_file = 一个文件，其第一行是交换文件的口令
cli-argument-open = 不加密：拿到文件的人都能打开
cli-argument-largest_document = 不放入大于此值的附件，例如 5M
cli-argument-part_size = 分成多个文件，每个不大于此值，例如 20M
cli-argument-preview = 仅显示将要进行的操作
cli-argument-yes = 直接执行，不再询问
cli-argument-leave_out = 保持本机现状的记录或其中一个字段；可多次给出
cli-argument-without_backup = 导入前不备份工作区
cli-argument-number = 导入的编号，见 imports 的列表
cli-argument-record = 其中一条记录的编号
cli-argument-what = 打印的内容
cli-argument-lang = 页面的语言：en 或 zh-Hans（不指定则与所用语言相同）
cli-argument-out = 要写入的 PDF 文件
cli-argument-which = 电脑：其标识或标识的开头，或其名称
cli-argument-whose = 电脑（不指定则为本机）
cli-argument-aloud = 指纹词语经朗读比对（例如通过电话）；不指定则为并排查看
cli-argument-revoke = 不再信任
cli-argument-back = 重新启用
cli-argument-shared = 文件夹
cli-argument-apply_trusted = 不经询问即导入受信任电脑放入的内容；不加此项则全部等待处理
cli-argument-folder = 今后存放备份的文件夹
cli-argument-beside = 重新存放在工作区旁边
cli-argument-backup = 要还原的备份
cli-argument-erase = 在各备份中抹除备份之后已抹除的内容
cli-argument-keep_back = 改为保留这些记录
cli-argument-verify = 结果若与原先不同，则视为失败
cli-argument-shown = 保留当前显示的值（按因果为最新）；一方删除、另一方编辑的记录予以保留
cli-argument-from = 凡该标识的电脑有值之处，均采用其值
cli-argument-keep = 保留一方删除、另一方编辑的记录，不解决其他冲突
cli-argument-delete = 删除一方删除、另一方编辑的记录，不解决其他冲突

## 无法识别的输入。

cli-usage-languages-hint = 可以是以下之一：{ $tags }。
cli-usage-hint = entente-cli --help 显示可用的命令；在命令后加 --help 显示其参数。
cli-usage-unknown-command = 没有“{ $argument }”这一命令。
cli-usage-unknown-argument = 此处不识别“{ $argument }”。
cli-usage-missing-argument = 缺少：{ $argument }
cli-usage-missing-command = 缺少命令。
cli-usage-bad-value = { $argument } 不能取值“{ $value }”。
cli-usage-argument-conflict = { $argument } 与 { $other } 不能同时使用。
cli-usage-other = 无法识别该命令行。
cli-usage-no-workspace = 未指明工作区：请用 -w FILE 指定。
cli-usage-no-assignment = “{ $argument }”不是字段及其值的写法，例如 city=Bishkek。
cli-usage-assigned-twice = 字段“{ $argument }”给出了两次。
cli-usage-no-filter = “{ $argument }”不是筛选条件的写法，例如 country=KG。

## 错误

cli-error = 错误：{ $message }
cli-hint = 提示：{ $hint }
cli-no-such-name = 此工作区中没有名为“{ $name }”的{ $kind }。
cli-several-of-name = “{ $name }”可指多条记录。
cli-several-of-name-hint = 请用标识指明其中一条：{ $ids }。
cli-no-such-name-hint = 现有的可用 entente-cli -w FILE list { $kind } 查看。
cli-import-cannot-ask = 无人可供确认，未导入任何内容。
cli-import-cannot-ask-hint = 用 --preview 查看将导入的内容，或用 --yes 直接导入。
cli-import-refused = 未导入任何内容。
cli-erase-cannot-ask = 无人可供确认，未抹除任何内容。
cli-erase-cannot-ask-hint = 用 --preview 查看将抹除的内容，或用 --yes 直接抹除。
cli-erase-refused = 未抹除任何内容。

## 答复

cli-yes = 是
cli-no = 否
cli-empty = （空）
cli-withheld = （未随附）
cli-column-id = 标识
cli-column-title = 名称
cli-column-kind = 类别
cli-column-state = 状态
cli-column-more = 其他
cli-nothing-found = 未找到任何记录。
cli-list-part = 共 { $total } 条，已列出 { $shown } 条
cli-in-trash = 在回收站中
cli-left-out = 随导入而来，仅在本机略去

cli-workspace-made = 已新建 { $path }（联络官：{ $officer }）。
cli-sample-added = 已添加 { $count } 条示例记录。
cli-added = 已添加：{ $kind } { $id }
cli-saved = 已保存。
cli-deleted = 已将 { $count } 条记录移入回收站，可用 undo 或 restore 恢复。
cli-restored = 已从回收站恢复 { $count } 条记录。
cli-merged = 已合并。凡引用其中任一记录之处，均指保留的那条，可用 undo 撤销。
cli-undone = 已撤销，可用 redo 重做。
cli-redone = 已重做。
cli-skipped = 因后来又有更改，予以保留：{ $title }，{ $field }
cli-attached = 已将 { $path } 复制到工作区。

# 引用某记录者的标题：“协议（签署场合）：7”。
cli-referring = { $kind }（{ $field }）：{ $total }

cli-history-entry = { $at } · { $author } · { $device } · { $action }
cli-history-set = { $kind }“{ $title }”，{ $field }：{ $after }
cli-history-change = { $kind }“{ $title }”，{ $field }：{ $before } → { $after }
cli-history-deleted = { $kind }“{ $title }”移入回收站
cli-history-restored = { $kind }“{ $title }”从回收站恢复

# “逾期：3”，其下列出跟进事项。
cli-agenda-heading = { $when }：{ $total }
cli-agenda-empty = 没有待办的跟进事项。

cli-no-conflicts = 没有存在多个值的字段。
cli-conflict-side = { $value }（{ $author }，{ $device }，{ $at }）
cli-settled = 已解决 { $count } 处冲突，尚余 { $left } 处。

cli-laptop = { $name }（{ $officer }）
cli-laptop-here = 本机
cli-laptop-formerly = 此工作区在还原或复制之前的身份
cli-laptop-retired = 已停用
cli-laptop-continues = 接替 { $name }
cli-laptop-trusted = 自 { $since } 起受信任
cli-laptop-not-trusted = 未受信任：尚未比对指纹
cli-laptop-not-heard = 尚未导入过该电脑自己的交换文件
cli-laptop-has-all = 最近得知：{ $heard }；当时已有此处全部内容，另有 { $ahead } 次保存此处没有
cli-laptop-lacks = 最近得知：{ $heard }；缺少 { $lacks } 次保存，最早为 { $since }；另有 { $ahead } 次保存此处没有
cli-trusted = 已信任：{ $name }（{ $officer }）
cli-no-longer-trusted = 不再信任：{ $name }（{ $officer }）
cli-retired = 已停用：{ $name }（{ $officer }）
cli-back-in-use = 重新启用：{ $name }（{ $officer }）
cli-no-such-laptop = 此处没有电脑“{ $word }”。
cli-several-laptops = “{ $word }”对应多台电脑。
cli-no-such-laptop-hint = 各台电脑及其标识可用 entente-cli -w FILE devices 查看。
cli-continued-restored = 此文件比本机上次使用的版本旧。它将以一台新电脑的身份继续，双方内容均不会丢失。
cli-continued-copied = 此文件复制自另一台电脑，或正被同时使用。它将以一台新电脑的身份继续，双方内容均不会丢失。
cli-continued-heard = 同事的交换文件中有本机较新的保存。此文件将以一台新电脑的身份继续，双方内容均不会丢失。
cli-back-again = 有 { $count } 条已抹除的记录随备份恢复了：entente-cli -w FILE erase-again [--keep]
cli-kept-back-again = 已保留。
cli-unswept = 工作区文件中可能仍留有已抹除内容的部分数据。待磁盘另有两倍于该文件的空间时，请运行：entente-cli -w FILE sweep
cli-swept = 文件中已不留任何已抹除的内容。
cli-unmarked = 若此文件被还原或复制，本机将无法识别：{ $detail }

cli-exported = 已写入 { $path }：{ $commits } 次保存，{ $documents } 个附件。
cli-exported-parts = 分成 { $count } 个文件，缺一不可：
cli-exported-held-back = 因大小限制未放入 { $count } 个附件。
cli-sealed-for = 已加密：除本机外，只有 { $whom } 能打开。
cli-sealed-by-passphrase = 已加密：知道口令的人都能打开。
cli-not-sealed = 未加密：拿到文件的人都能打开。
cli-open-unasked = 任何人都能读取此文件。如需加密，请用 --for 指定电脑，或提供 --passphrase-file；--open 表示有意不加密。
cli-folder-none = 还没有选定共享文件夹。
cli-folder-path = 共享文件夹：{ $path }
cli-folder-applies = 受信任电脑放入的内容不经询问即导入。
cli-folder-waits = 收到的内容一律等待您导入。
cli-folder-open = 放入的文件不加密：拿到文件的人都能打开。
cli-folder-sealed = { $count ->
    [0] 尚无已知的其他电脑可为其加密：只放入自我介绍。
   *[other] 放入的文件为 { $count } 台已知的电脑加密。
}
cli-folder-nothing-yet = 本机还没有放入任何文件。
cli-folder-own = 本机在其中有 { $count } 个文件，共 { $bytes } 字节，最近一次写入于 { $at }。
cli-folder-imported = { $count ->
    [0] 没有导入新内容。
   *[other] 已导入 { $count } 个文件。
}
cli-folder-put = 已放入：{ $name }
cli-folder-nothing-put = 没有需要放入的内容。
cli-folder-waiting = 来自 { $officer }（{ $name }）的 { $count } 个文件正在等待。请用“import”导入：
cli-folder-erases = 其中有彻底抹除记录的内容：只有由您导入才会执行。
cli-folder-introduces = { $officer }（{ $name }）介绍了一台此处尚不认识的电脑。请比对以下词语，然后用“folder meet”接纳：
cli-folder-trouble = { $name }：{ $message }
cli-folder-unwritten-hint = 请查看该文件夹是否可写、磁盘是否有空间。收到的内容仍已导入。
cli-nobody-to-meet = 共享文件夹中没有名为“{ $word }”的电脑在自我介绍。
cli-nobody-to-meet-hint = “folder look”读取新到的内容，“folder status”列出谁在等待。
cli-no-passphrase = 无法读取 { $path } 中的口令：{ $detail }
cli-no-passphrase-hint = 口令是 UTF-8 文本文件的第一行。
cli-preview-from = 发送方：{ $officer }（{ $device }），制作时间：{ $at }
cli-preview-for = 收件方：{ $whom }；{ $bytes } 字节
cli-preview-for-anyone = 收件方：任何人；{ $bytes } 字节
# Whether the sender is known, and trusted.
cli-preview-sender-here = 由此工作区制作。
cli-preview-sender-trusted = 已知且受信任：{ $since } 比对过指纹。
cli-preview-sender-known = 已知但未受信任：尚未在此比对指纹，可用 fingerprint 命令查看。
cli-preview-sender-new = 新的发送方，未受信任：此工作区尚未导入过该电脑的任何内容。
cli-preview-new = 新增记录
cli-preview-changed = 更改记录
cli-preview-deleted = 删除记录
cli-preview-erased = 彻底抹除记录
cli-preview-conflicts = 存在多个值的字段
cli-preview-documents = 新增附件
cli-preview-unfamiliar = 须用更新版本的程序才能显示的更改
cli-preview-new-commits = 新增的保存
cli-preview-known-commits = 已有的保存
cli-preview-early-commits = 暂存的保存
cli-preview-gap = 缺少：{ $device } 的第 { $from } 至 { $to } 次保存。{ $known ->
    [0] 请向对方索取较新的交换文件。
   *[other] 可向 { $ask } 索取。
}
cli-preview-let-go = 已放弃：{ $device } 的第 { $from } 至 { $to } 次保存原已暂存，但无法导入。
effect-name-new = 新增
effect-name-changed = 更改
effect-name-deleted = 删除
effect-name-erased = 抹除
effect-name-conflict = 冲突
cli-line = { $id }  { $effect }  { $kind } { $title }
cli-line-field = { $field }：{ $here } → { $comes }（{ $author }，{ $device }，{ $at }）
cli-line-field-contested = { $field }：本机为 { $here }，对方为 { $comes }（{ $author }，{ $device }，{ $at }）
cli-lines-more = ……另有 { $count } 项
cli-no-imports = 此处尚未导入过任何内容。
cli-import-entry = { $number }  { $at }  { $officer }（{ $device }），{ $file }：新增 { $new }，更改 { $changed }，删除 { $deleted }，冲突 { $conflicts }
cli-import-entry-undone = { $number }  { $at }  { $officer }（{ $device }），{ $file }：已撤回
cli-import-undone = 已撤回此次导入。用 undo 可重新带入。
cli-import-question = 是否导入？[y/N]
cli-erase-question = 确定彻底抹除吗？[y/N]
cli-erase-what = 抹除“{ $title }”将连同历史一并删去：
cli-erase-documents = { $count } 个附件将一并抹除；别处也用到的附件会保留。
cli-erase-referring = 有 { $count } 条记录引用它，引用处将显示“已抹除”。
cli-erase-for-good = 所有得知此事的电脑都会抹除同样的内容。此操作无法撤销。
cli-erased = 已彻底抹除。此前的备份中仍有该内容：参见 backups
cli-imported = 已导入，编号为 { $number }。可以撤回：import-undo { $number }
cli-nothing-new = 其中内容此处均已有。

cli-printed = 已写入 { $path }：共 { $pages } 页。
cli-printed-missing = 没有字体能显示以下字符，页面上已作标记：{ $characters }

cli-backups-folder = 备份存放在 { $folder }
cli-no-backups = 尚无备份。
cli-column-made = 时间
cli-column-occasion = 缘由
cli-column-bytes = 字节
cli-column-file = 文件
cli-occasion-hourly = 自动
cli-occasion-import = 导入之前
cli-occasion-replaced = 还原时被替换
cli-occasion-asked = 手动
cli-backed-up = 已备份并核验：{ $path }
cli-backups-holding-erased = 其中 { $count } 个备份仍有后来已抹除的内容。如需一并抹除：backups --erase
cli-erased-in-backups = 所有备份中都不再有已抹除的内容。
cli-backup-restored = 已还原备份，并以一台新电脑的身份继续。被替换的内容已留作备份。

cli-rebuilt-same = 已根据日志重建，结果与原先一致。
cli-rebuilt-otherwise = 已根据日志重建；原先与日志不符之处现已改正。
cli-checked = 已核验：{ $commits } 次保存，{ $documents } 个附件。
cli-no-problems = 一切正常。

# 进行中显示“正在导入：40%”。
cli-progress = { $step }：{ $percent }%
cli-step-export = 正在导出
cli-step-report = 正在整理收到的内容
cli-step-undo-import = 正在撤回导入
cli-step-export-plan = 正在查看文件将包含的内容
cli-step-folder = 正在查看共享文件夹
cli-step-import = 正在导入
cli-step-rebuild = 正在重建
cli-step-check = 正在核验
cli-step-backup = 正在备份
cli-step-erase-in-backups = 正在抹除备份中的内容
cli-step-erase-preview = 正在查找附属内容
cli-step-erase = 正在抹除
cli-step-settle = 正在解决冲突
cli-step-undo = 正在撤销
cli-step-redo = 正在重做
cli-step-sweep = 正在重写文件
cli-step-restore = 正在还原
