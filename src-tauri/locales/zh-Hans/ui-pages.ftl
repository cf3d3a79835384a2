### 独立页面：首次启动、无法打开、首页、日程、交换、设置。

## 首次启动

start-welcome = 欢迎使用 Entente
start-purpose = 机构、联系人、协议以及随之而来的事项，都在您的电脑上。
start-new = 新建工作区
    .what = 从空白开始。
start-sample = 示例工作区
    .what = 浏览一个装有真实联盟资料的工作区。
start-bundle = 打开同事的交换文件
    .what = 从同事发来的文件开始。
start-bundle-chosen = 将先新建工作区，然后显示 { $name } 的内容，确认后再导入。
start-create = 创建
start-create-and-look = 创建并查看交换文件
start-file-new = 我的工作区
start-file-sample = 示例
start-file-bundle = 我的工作区
start-recent = 最近打开
start-recent-none = 本机尚未打开过工作区。
workspace-open = 打开工作区……
workspace-pick = 要打开哪个工作区？
workspace-save-as = 要把工作区保存在哪里？
workspace-files = Entente 工作区
workspace-file = 工作区文件
workspace-close = 关闭工作区
officer-name = 您的姓名
officer-hint = 同事会在您录入的内容旁看到它。
device-name = 本机名称
device-hint = 您有多台电脑时，用来区分它们。
device-suggestion = 笔记本电脑
file-choose = 选择……

## 无法打开

recovery-title = 无法打开此工作区
recovery-locked = 此工作区已在别处打开
recovery-untouched = 文件保持原样，未被改动。
recovery-again = 重试
recovery-another = 打开其他工作区……
recovery-start = 回到起始页

## 首页

home-today = { $date } { $weekday }
home-next = 接下来
home-next-none = 没有到期的事项。
home-agenda = 全部日程
home-more = 还有 { $count } 项
home-expiring = 即将到期的协议
home-expiring-all = 全部
home-expiring-none = 半年内没有协议到期。
home-recent = 最近的更改
home-conflicts-all = 全部冲突
home-conflicts = 同事在 { $count } 个字段上的填写不一致，请选择正确的值。
home-unknown = 新版 Entente 写入了 { $records } 条记录和 { $fields } 个字段，本版本无法显示。它们会原样保留并继续传递。
continued-restored = { $at }发现，此文件比本机上次使用的版本旧。它已以一台新电脑的身份继续，双方内容均不会丢失；同事手中另一版本的内容，会随其下一个交换文件回到这里。
continued-copied = { $at }发现，此文件是副本（复制自另一台电脑，或正被同时使用）。它已以一台新电脑的身份继续，双方内容均不会丢失。
parted = { $name }曾被复制或从备份还原：自{ $since }起，它产生了 { $count } 份不同的历史，均已保留。
continued-heard = { $at }发现，同事的交换文件中有本机更新的保存，而此工作区没有。它已以一台新电脑的身份继续，双方内容均不会丢失。
back-again = 有 { $count } 条已抹除的记录随备份恢复了。
back-again-erase = 再次抹除
back-again-keep = 保留
unswept = 已抹除的内容不再显示于任何地方，但工作区文件中可能仍留有其部分数据。重写文件需要磁盘上另有两倍于该文件的空间。
unswept-finish = 完成抹除
unmarked = 若此文件从备份还原或被复制，本机将无法识别：{ $detail }
home-empty = 工作区已准备好
    .hint = 可以添加第一个机构、导入同事发来的文件，或先看看示例。
home-empty-import = 导入交换文件
home-empty-sample = 加入示例
recent-introduce = { $author }已加入
recent-introduce-here = 您已加入
recent-save = { $author }已保存
recent-save-here = 您已保存
recent-delete = { $author }已删除
recent-delete-here = 您已删除
recent-restore = { $author }已恢复
recent-restore-here = 您已恢复
recent-undo = { $author }撤销了更改
recent-undo-here = 您撤销了更改
recent-redo = { $author }重做了更改
recent-redo-here = 您重做了更改
recent-erase = { $author }彻底抹除了一条记录
recent-erase-here = 您彻底抹除了一条记录
recent-leave-out = { $author }导入时排除了部分内容
recent-leave-out-here = 您导入时排除了部分内容
recent-take-back = { $author }撤回了一次导入
recent-take-back-here = 您撤回了一次导入
recent-others = 另有 { $count } 条记录

## 日程

agenda = 日程
agenda-list = 列表
agenda-switch = 跟进事项的显示方式
agenda-overdue = 逾期
agenda-today = 今天
agenda-within-7 = 7 天内
agenda-within-30 = 30 天内
agenda-within-90 = 90 天内
agenda-later = 以后
agenda-undated = 未定日期或年份
agenda-more = 列表中还有 { $count } 条
agenda-empty = 没有未完成的事项
    .hint = 跟进事项就是：打算做什么，与谁有关，何时之前完成。
follow-up-tick = 将“{ $title }”标记为完成
follow-up-done = 已完成：{ $title }
follow-up-reopen = 重新打开
follow-up-reopened = 重新打开：{ $title }

## 交换

bundle-files = Entente 交换文件
bundle-pick = 要打开哪个交换文件？
import-title = 导入
bundles-waiting =
    { $count ->
        [one] 还有一个交换文件待查看：{ $name }
       *[other] 还有 { $count } 个交换文件待查看，下一个是 { $name }
    }
bundles-next = 查看
bundles-leave = 暂不查看
import-what = 导入前会先显示同事的交换文件将带来哪些更改。重复导入不会造成损害。
import-pick = 选择交换文件……
import-looking = 正在读取交换文件
import-from = { $officer }（{ $device }）
import-made = { $file }，生成于{ $at }
import-sender = 新发送方
import-for = 收件方：{ $whom }，{ $size }
import-for-anyone = 收件方：任何人，{ $size }
import-sender-known = 尚未证实确由对方发出：指纹从未比对过。
import-sender-new = 此前从未导入过该电脑的文件。请先向对方确认；导入之后，可在“电脑”页比对指纹。
import-sender-compare = 去比对
import-commits = 其中 { $fresh } 次保存是新的，{ $known } 次已有。
import-conflicts = { $count } 个字段有冲突。
import-documents = { $count } 个附件。
import-unfamiliar = { $count } 处更改来自新版 Entente：已保留，升级后即可显示。
passphrase = 口令
passphrase-go = 打开
import-early = { $count } 次保存暂存于此，待其前面的内容到达后自动导入。
gap = 缺少 { $device } 的 { $count } 次保存。请向对方索取更新的交换文件。
gap-ask = 缺少 { $device } 的 { $count } 次保存。可向以下同事索取：{ $ask }。
gap-let-go = { $device } 的 { $count } 次保存原已暂存，但无法导入，现已放弃。
gaps-title = 尚缺的内容
gaps-hint = 提前到达的内容已暂存。无论缺少的保存由哪个交换文件带来，届时都会自动导入。
import-records = 将要更改的内容
import-effect-new = 新增
import-effect-changed = 更改
import-effect-deleted = 删除
import-effect-erased = 彻底抹除
import-effect-conflict = 冲突
import-nothing-new = 其中的内容此处均已有。
import-go = 导入
import-without-backup = 不备份，直接导入
import-leave = 暂不导入
import-done = 已导入：新增 { $fresh } 条，更改 { $changed } 条，冲突 { $conflicts } 处。
import-review = 导入之前
import-all = 全部
import-find = 在此次导入中查找
import-narrow = 变化
import-no-records = 没有记录会更改。
import-leave-out = 不导入，或重新导入
import-left-out = 不导入
import-leave-out-hint = 取消勾选的新记录仅在本机略去，可在回收站中找到。取消勾选的数值恢复为本机现有的值，并作为您的保存传给同事。
import-take = 导入：{ $title }
import-kept = 使用中
import-gone = 在回收站中
import-becomes = 变为
import-whose = { $author }，{ $device }
import-more-rows = ……另有 { $count } 行
import-go-without = 导入，其中 { $count } 项除外
import-see = 查看收到的内容
arrivals-title = 收到的内容
arrivals-older = 更早
arrival-title = 收到的内容
arrival-back = 返回交换
arrival-new = 新增 { $count }
arrival-changed = 更改 { $count }
arrival-deleted = 删除 { $count }
arrival-when = { $at }从 { $file } 导入，该文件生成于{ $made }
arrival-commits = { $count } 次保存。
arrival-left-out = 有部分内容未导入。
arrival-undone = 已撤回
arrival-take-back = 撤回此次导入
arrival-taking-back = 正在撤回
arrival-gathering = 正在整理收到的内容
arrival-taken-back = 已撤回此次导入。
folder-title = 共享文件夹
folder-what = 由 Syncthing、Nextcloud、OneDrive 或 U 盘在您与同事之间传送的文件夹。每台电脑只放入自己的文件，并收取其他电脑放入的内容。
folder-choose = 选择文件夹……
folder-pick = 您与同事共享哪个文件夹？
folder-another = 换一个文件夹
folder-look = 立即查看
folder-stop = 不再使用
folder-left = 不再使用共享文件夹，其中的内容保留。
folder-gone = 目前找不到该文件夹。若在 U 盘上，请插入 U 盘。期间不会丢失任何内容：您保存的内容会在它恢复后放入。
folder-paused = 自恢复备份以来，此文件夹暂停使用：其他人放入的内容，可能正是您想要去除的。
folder-go-on = 重新使用
folder-emptied = 该文件夹存在，但为空：U 盘未插入，或尚未同步完成。如果是有意清空的，可以重新开始。
folder-begin = 在此重新开始
folder-unwritten = 目前无法放入内容：{ $detail }
folder-open = 未加密：拿到文件的人都能打开。
folder-readers = 已为另外 { $count } 台已知的电脑加密。
folder-nobody = 尚无已知的其他电脑，因此只放入您的自我介绍。同事的电脑在此自我介绍后，请予以接纳。
folder-own-none = 本机还没有放入任何文件。
folder-own = 本机在其中有 { $count } 个文件，共 { $size }，最近一次写入于 { $at }。
folder-looked = 上次查看：{ $at }。
folder-files-wait =
    { $count ->
        [1] 有 1 个文件等待处理，生成于 { $at }。
       *[other] 有 { $count } 个文件等待处理，最早的生成于 { $at }。
    }
folder-erases = 其中有彻底抹除记录的内容，无法撤回，因此绝不自动导入。
folder-readers-hint = 如果某台电脑不应读取，请在“电脑”中将其停用。
folder-look-at = 查看
folder-new-here = 未知电脑
folder-introduces = 这台电脑在自我介绍。请与其联络官比对以下词语，然后接纳它：此后您的文件也会为它加密。
folder-meet = 接纳
folder-met = 已接纳 { $name }。
folder-waits = { $officer }的文件正在共享文件夹中等待。
folder-notice =
    { $senders ->
        [1] 共享文件夹中有{ $officer }的 { $count } 个文件等待处理。
       *[other] 共享文件夹中有 { $senders } 位同事的 { $count } 个文件等待处理。
    }
folder-show = 显示
folder-arrived = 共享文件夹收到了 { $count } 个文件。
folder-troubles = { $count } 个文件原样保留
folder-apply = 自动导入受信任电脑放入的内容
folder-apply-hint = 不经询问；每次都列在“收到的内容”中，可以撤回。会彻底抹除记录的内容以及其他电脑放入的内容一律等待处理。
folder-unsealed = 我的文件不加密
folder-unsealed-hint = 能进入该文件夹的人都可以读取全部内容。
step-folder = 正在查看共享文件夹
export-title = 导出
export-what = 将您所知的内容写入一个带签名的文件，交给同事。内容会合并到对方的电脑中，对方的记录不会丢失。
export-for = 收件方
export-for-hint = 请勾选收件方：文件会为其加密，其他人无法打开。
export-no-colleagues = 本机还不认识任何同事：请先导入同事的文件，或在下方说明谁可以读取此文件。
export-recipient = { $officer }（{ $device }）
export-recipient-twin = { $recipient }（{ $words }……）
export-recipient-lacks =
    { $count ->
        [0] 已有全部内容
       *[other] 缺少 { $count } 次保存
    }
export-readers-recipients = 只有上面所选的电脑和本机。
export-seal-recipients = 收件方
export-carries = 内容
export-everything = 全部
export-lacking = 只含该电脑缺少的内容
export-part = 只含一部分
export-countries = 国家
export-records = 机构、协议、活动
export-part-hint = 属于或关于所选项目的内容，连同所涉及的记录。其余内容暂不给出，以后仍可合并。
export-part-empty = 请至少选择一个国家或一条记录。
export-leave = 去掉{ $what }
export-readers = 谁能打开
export-readers-passphrase = 知道口令的人。请用另一种途径告知口令，不要随文件一起发送。
export-readers-open = 任何拿到文件的人：文件未加密。
export-readers-choose = 请选择……
export-readers-missing = 请勾选接收人，或说明还有谁可以读取。
export-seal-passphrase = 知道口令的人
export-seal-open = 任何人
export-passphrase-hint = 四五个互不相关的词就很好。
export-passphrase-short = 至少 { $count } 个字符：拿到文件的人可以一直试下去。
export-documents = 附件
export-documents-all = 全部
export-documents-to = 每份不超过 { $size } MB
export-documents-none = 不含附件
export-size = 文件大小
export-one-file = 一个文件
export-parts = 每个文件不超过 { $size } MB
export-parts-hint = 适用于限制附件大小的邮箱。所有文件须放在同一文件夹中，打开其中任何一个即可。
export-plan = 将包含 { $commits } 次保存，{ $documents ->
    [0] 没有附件。
   *[other] { $documents } 个附件（{ $size }）。
}
export-held-back = 因大小限制未放入 { $count } 个附件。
export-go = 导出……
export-save-as = 要把交换文件保存到哪里？
export-done = { $commits } 次保存，{ $documents } 个附件，{ $size }。
export-sealed-recipients = 已加密：除本机外，只有 { $whom } 能打开。
export-sealed-passphrase = 已加密：知道口令的人都能打开。
export-sealed-open = 未加密：拿到文件的人都能打开。
export-all-parts = 分成 { $count } 个文件，缺一不可：
step-export = 正在写入交换文件
step-import = 正在导入
step-check = 正在检查
step-rebuild = 正在重建

## 电脑

laptops-hint = 参与交换的人员及其电脑。某台电脑缺少什么，以它自己最近生成的文件为准。与其联络官比对指纹之后，即可信任该电脑。
laptop-here = 本机
laptop-formerly = 本机以前的身份
laptop-trusted = 受信任
laptop-not-trusted = 尚未比对
laptop-retired = 已停用
laptop-continues = 接替 { $name }
laptop-parted = 它曾被复制或从备份还原：自{ $since }起，产生了 { $count } 份不同的历史，均已保留。
laptop-not-heard = 尚未导入过它自己的文件。
laptop-heard = 最近的文件生成于{ $at }。
laptop-has-all = 当时已有此处全部内容。
laptop-lacks = 自{ $since }起，缺少 { $count } 次保存。
laptop-ahead = 另有 { $count } 次保存此处没有。
laptop-commits =
    { $count ->
        [0] 尚未在其上保存过内容。
       *[other] 此处有它的 { $shown } 次保存。
    }
laptop-more = { $name } 的更多操作
laptop-distrust = 不再信任
laptop-retire = 停用
laptop-back = 重新启用
fingerprint-show = 显示指纹
fingerprint-compare = 比对……
fingerprint-here = 本机指纹
fingerprint-of = { $name } 的指纹
fingerprint-here-hint = 出示给同事看，或将词语读出。同事的电脑上显示的必须完全相同。
fingerprint-hint = 请 { $officer } 打开“电脑”页，显示那台电脑的指纹。各个词语是否逐一相同？
fingerprint-code = 数字的二维码
fingerprint-aloud = 朗读比对，相同
fingerprint-seen = 并排比对，相同
fingerprint-differs = 不相同
differs = { $name } 未受信任
differs-hint = 它的文件可能出自他人之手。请当面或打电话向 { $officer } 问明是哪台电脑，在此之前不要导入任何内容。
trusted = 已信任：{ $name }
distrusted = 不再信任：{ $name }
retired = 已停用：{ $name }
back-in-use = 重新启用：{ $name }

## 设置

settings-you = 个人信息
settings-look = 语言与外观
settings-language = 语言
settings-theme = 主题
settings-system = 跟随系统
theme-light = 浅色
theme-dark = 深色
settings-workspace = 工作区
backups = 备份
backups-folder = 文件夹
backups-folder-pick = 要把备份存放在哪个文件夹？
backups-hint = 每小时以及每次导入之前，都会复制整个工作区并核验副本。最近若干小时、若干天和若干周的备份会保留。
backups-beside = 存放在工作区旁边
backups-make = 立即备份
backups-none = 尚无备份。每小时以及每次导入之前，都会复制整个工作区并核验副本。
backups-all = 显示全部 { $count } 个
backups-trouble = 上次备份未能完成。{ $detail }
backups-holding-erased = 有 { $count } 个备份仍含有后来已抹除的内容。
backups-erase = 一并抹除
backups-erased = 所有备份中都不再有已抹除的内容
backup-hourly = 自动
backup-import = 导入之前
backup-replaced = 还原时被替换
backup-asked = 手动
backup-restore = 还原
backup-restored = 已还原{ $at }的备份，被替换的内容已留作备份。
backup-pick = 要还原哪个备份？
backup-another = 其他备份……
backups-of-failed = 此工作区有备份，最新的在最上面。损坏的文件会与备份一同保留。
backups-of-failed-none = 此工作区旁边没有备份。您是否将备份存放在其他文件夹？
step-backup = 正在备份
step-erase-in-backups = 正在抹除备份中的内容
step-sweep = 正在重写文件
step-restore = 正在还原备份
upkeep = 维护
upkeep-hint = 检查会读取并核验全部内容。重建会根据日志重新生成所有列表，不会丢失任何内容。
upkeep-check = 检查工作区
upkeep-rebuild = 重建列表
upkeep-well = 一切正常：已核验 { $commits } 次保存和 { $documents } 个附件。
upkeep-same = 重建完毕，结果与原来相同。
upkeep-mended = 重建完毕。有些列表与日志不符，现已改正。
