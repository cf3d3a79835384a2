## 错误：发生了什么、涉及什么；提示说明现在该怎么做。

error-defect = 程序自身出了问题：{ $detail }
    .hint = 这一步没有保存任何内容。请将这句话告知向您提供本程序的人。
error-request = 程序向自己发出了无法理解的请求：{ $detail }
    .hint = 请将这句话告知向您提供本程序的人。
error-no-workspace = 没有打开的工作区。
    .hint = 请打开一个工作区，或新建一个。
error-invalid = { $count ->
   *[other] 有 { $count } 处填写需要您留意。
}
    .hint = 尚未保存；您输入的内容一个字也没有丢失。
error-not-found = 此工作区中没有记录 { $id }。
    .hint = 它可能在另一个工作区中，或在尚未导入此处的文件中。
error-untold = 此处尚未导入过电脑 { $id } 制作的交换文件，无从得知它缺少什么。
    .hint = 请先导入它的交换文件，或导出全部内容。
error-lacking-and-only = 一个交换文件要么只含一部分内容，要么只含某台电脑缺少的内容，二者不可兼得。
    .hint = 请选择其一，或分别制作两个交换文件。
error-no-device = 此工作区中没有电脑 { $id }。
    .hint = 电脑以其标识（32 位十六进制数字）指称。
error-unknown-comparison = 指纹没有“{ $name }”这种比对方式。
    .hint = 比对方式为 aloud（朗读）或 side-by-side（并排）。
error-unknown-kind = 没有名为“{ $name }”的记录类别。
    .hint = 记录类别有：{ $kinds }。
error-unknown-field = { $kind }没有可用于此处、名为“{ $name }”的字段。
    .hint = 它的字段有：{ $fields }。
error-cancelled = 已停止。
    .hint = 一切与先前相同。
error-of-a-laptop = 电脑的记录不能手工填写。
    .hint = 这些内容由各电脑自行说明。不再使用的电脑可以停用。
error-erasure-left-out = 抹除不能排除在导入之外。
    .hint = 同事抹除的内容会从所有电脑上消失。请照常导入其余内容，或先询问该同事。
error-unlike = 这两条记录无法合并。
    .hint = 请选择同一类别的两条不同记录，且都不在回收站中。
error-erased = 抹除以及抹除之前的操作都无法撤销。
error-nothing-to-undo = 没有可撤销的操作。
    .hint = 在此只能撤销本机所做的操作。
error-nothing-to-redo = 没有可重做的操作。
    .hint = 上次撤销之后又有改动，或没有撤销过。
error-no-folder = 还没有选定共享文件夹。
    .hint = 请在“交换”页面选定，或使用“folder set”。
error-folder-gone = 目前找不到共享文件夹 { $path }。
    .hint = 若在 U 盘上，请插入 U 盘；若由同步程序传送，请检查该程序在本机上是否已设置好。期间不会丢失任何内容。
error-folder-paused = 自恢复备份以来，共享文件夹 { $path } 暂停使用。
    .hint = 其他人放入的内容，可能正是恢复备份想要去除的。再次选定该文件夹即可重新使用。
error-folder-emptied = 共享文件夹 { $path } 存在，但为空。
    .hint = 若在 U 盘上，请插入 U 盘；若由同步程序传送，请等待同步完成。如果是有意清空的，请重新选定一次。
folder-trouble-broken = 文件不完整或被改动过。如果还在复制，无需处理：完整后即会读取。如果一直如此，请让放入者重新提供。
folder-trouble-foreign = 这不是本程序的交换文件，可以移到别处。
folder-trouble-newer = 它由本程序的更新版本生成。请更新程序；在此之前文件会保留。
folder-trouble-sealed-for-others = 它是为其他电脑加密的。若您应当收到，请让发送方接纳您的自我介绍。
folder-trouble-passphrase = 它用口令加密。请手动导入并输入口令。
folder-trouble-parts-missing = 它是交换文件的一部分，其余部分还没有到。
folder-trouble-refused = 已读取但被拒绝。手动导入可查看原因。
folder-trouble-unreadable = 系统不允许读取它。请检查其权限，或等待它下载完成。
folder-trouble-not-a-file = 这是文件夹或链接，不会跟随。
folder-trouble-huge = 它大于 2 GiB。如确有需要，请手动导入。
error-no-import = 没有编号为 { $number } 的导入。
    .hint = “交换”页列出了所有收到的内容。
error-changed-since-shown = 查看之后，交换文件或工作区已有变化。
    .hint = 没有导入任何内容。请重新查看，然后再导入。
error-unknown-filter = { $kind }：不能按“{ $name }”筛选。
    .hint = 可以按以下各项筛选：{ $filters }。
error-filter-value = “{ $name }”不可能是“{ $value }”。
    .hint = { $why }
error-filter-year = “{ $value }”没有年份。
    .hint = 时间范围的两端都要写明年份，如 2023、2023-10 或 2023-10-19，也可以留空。
error-unknown-effect = “{ $name }”不是导入可能带来的变化。
    .hint = 可以是：new、changed、deleted、erased、conflict。
error-too-large = 内容超出一次保存的上限（{ $bytes } 字节，最多 { $limit } 字节）。
    .hint = 请分几次保存。
error-exists = { $path } 处已有文件。
    .hint = 请换一个名称或文件夹；没有覆盖任何内容。
error-over-workspace = { $path } 是工作区文件，或属于某个工作区。
    .hint = 请换一个名称；没有覆盖任何内容。
error-not-a-file = { $path } 不是可以替换的文件。
    .hint = 它是文件夹、设备，或指向不存在位置的链接。请换一个名称；没有覆盖任何内容。
error-store = 无法读写工作区：{ $detail }
    .hint = 先前保存的内容没有丢失。请检查磁盘是否已连接、是否有空间，然后重试。
error-disk-full = 磁盘已满。
    .hint = 先前保存的内容没有丢失。请腾出磁盘空间，然后重试。
error-file-read = 无法读取 { $path }：{ $detail }
    .hint = 请检查文件是否存在、您是否有权打开。
error-file-written = 无法写入 { $path }：{ $detail }
    .hint = 请换一个文件夹，或检查磁盘是否有空间、是否可写。
error-preferences = 无法将本机设置保存到 { $path }：{ $detail }
    .hint = 设置在关闭程序之前有效。
error-not-printed = 无法生成页面：{ $detail }
    .hint = 请将这句话告知向您提供本程序的人。
error-not-empty = 工作区中已有记录。
    .hint = 示例只能放入刚新建的工作区，以免与真实数据混在一起。
error-unknown-language = 无法以“{ $tag }”打印页面。
    .hint = 可用的语言：en、zh-Hans。

## 系统为何不让读取或写入文件。位于冒号之后。

system-not-found = 该文件或文件夹不存在。
system-permission-denied = 您没有在该处操作的权限。
system-already-exists = 已有同名的文件或文件夹。
system-full = 磁盘已满。
system-read-only = 磁盘是只读的。
system-a-folder = 这是文件夹。
system-not-a-folder = 路径中有一部分不是文件夹。
system-too-large = 文件过大。
system-name = 文件不能用这个名称，或名称过长。
system-not-text = 它的内容不符合要求。
system-away = 磁盘或文件夹没有响应。

## 未能打开的工作区文件

error-workspace-missing = { $path } 处没有文件。
    .hint = 它可能已被移动或改名，或所在的磁盘、U 盘没有连接。
error-workspace-empty = { $path } 是空文件，一个字节也没有。
    .hint = 这不是空的工作区，而是内容已丢失的文件。请在备份、U 盘或同事处寻找副本。
error-workspace-cut-off = { $path } 不完整：应有 { $expected } 字节，只有 { $found } 字节。
    .hint = 复制可能中断过。请从来源重新复制，或使用备份。文件保持原样，未作改动。
error-workspace-foreign = { $path } 不是 Entente 的工作区。
    .hint = 工作区文件以 .entente-workspace 结尾。同事发来的交换文件以 .entente 结尾，应导入到工作区中。
error-workspace-newer = { $path } 上次由更新版本的 Entente 使用。
    .hint = 请安装更新的版本再打开。文件保持原样，未作改动。
error-workspace-damaged = { $path } 已损坏：{ $detail }
    .hint = 文件保持原样，未作改动。请使用备份，或新建工作区并导入同事最近的交换文件。
error-workspace-locked = { $path } 已在另一个窗口中打开。
    .hint = 请在那个窗口中继续，或关闭它之后重试。
error-workspace-read-only = 无法写入 { $path }：文件、文件夹或磁盘是只读的。
    .hint = 请将工作区复制到本机的文件夹中再打开。
error-workspace-unreadable = 无法读取 { $path }：{ $detail }
    .hint = 请检查磁盘是否已连接、您是否有权打开该文件。

## 被拒绝的交换文件

error-bundle-not-a-bundle = 此文件不是 Entente 的交换文件。
    .hint = 交换文件以 .entente 结尾。请同事重新导出。
error-bundle-newer = 此交换文件由更新版本的 Entente 生成（{ $what ->
    [form] 格式
    [message] 消息
    [sealing] 加密方式
    [action] 操作
   *[other] { $what }
} { $number }）。
    .hint = 请安装更新的版本再导入。未作任何更改。
error-bundle-broken-seal = 此交换文件不完整，或在途中被改动：完整性校验未通过。
    .hint = 未作任何更改。请{ $whom }重新发送。
error-bundle-too-large = 此交换文件解开后超过 { $limit } 字节，这是对这样大小的文件所读取的上限。
    .hint = 未作任何更改。Entente 生成的交换文件绝不会如此：请勿信任此文件。
error-bundle-malformed = 此交换文件的结构不正确：{ $detail }。
    .hint = 未作任何更改。请同事重新导出。
error-bundle-broken-chain = 此交换文件中 { $device } 的保存与其签名不符。
    .hint = 未作任何更改。文件可能被人改动，或某台电脑的数据已损坏。信任之前请与同事核对。
error-bundle-two-kinds = 记录 { $id } 属于两种不同的类别。
    .hint = 未作任何更改。其中一个程序有缺陷；请报告这句话。
error-bundle-different-digest = 此工作区与发送方所知相同，显示却不同。
    .hint = 未作任何更改。其中一个程序有缺陷；请报告这句话。
error-bundle-unreadable = 无法读取交换文件：{ $detail }
    .hint = 未作任何更改。请检查磁盘或 U 盘是否已连接。
error-bundle-sealed-for = 此交换文件是为 { $whom } 加密的，本机无法打开。
    .hint = 未作任何更改。请同事重新导出，把本机也列为收件方，或改用口令加密。
error-bundle-sealed-for-more = 此交换文件是为 { $whom } 和另外 { $others } 台电脑加密的，本机无法打开。
    .hint = 未作任何更改。请同事重新导出，把本机也列为收件方，或改用口令加密。
error-bundle-sealed-for-unknown = 此交换文件是为 { $others } 台电脑加密的，其中没有本机认识的，本机无法打开。
    .hint = 未作任何更改。请同事重新导出，把本机也列为收件方，或改用口令加密。
error-bundle-passphrase-wanted = 此交换文件用口令加密。
    .hint = 未作任何更改。请向同事索取口令；口令应与文件分开传递。
error-bundle-wrong-passphrase = 口令不正确，无法打开此交换文件。
    .hint = 未作任何更改。请重新输入：大小写、空格和符号都要一致。
error-bundle-too-much-work = 在此交换文件上验证口令需要 2^{ $asked } 步，最多只做 2^{ $limit } 步。
    .hint = 未作任何更改。Entente 生成的交换文件绝不会这样：请勿信任此文件。
error-bundle-parts-missing = { $missing ->
    [1] 共 { $count } 部分，第 { $numbers } 部分缺失或不完整。
   *[other] 共 { $count } 部分，以下部分缺失或不完整：{ $numbers }。
}
    .hint = 未作任何更改。请把所有部分放在同一文件夹中（文件名不限），再打开其中任何一个。
list-separator = 、
error-someone = 您的同事

## 字段为何不被接受

problem-required = 此处不能为空。
problem-too-long = 超过 { $limit } 个字符。
problem-invisible-character = 含有不可见字符 { $code }。请删除后重新输入。
problem-not-a-date = 这不是日期。请输入 2023-10-19、2023-10、2023；年份不详时输入 --12-08。
problem-not-a-text = 这不是文字。
problem-not-a-fingerprint = 这不是文件指纹（64 个由数字和字母 a 至 f 组成的字符）。请改为添加附件。
problem-circle = 这样会经由其他记录回到该记录本身。请另选一条，或先修改那些记录。
problem-not-a-country = 这不是国家或地区。请从列表中选择，或输入两个字母的代码。
problem-not-a-language = 这不是语言标签，例如 en、zh-Hans、ky-Cyrl。
problem-not-a-number = 请输入 0 到 { $max } 之间的整数。
problem-not-yes-or-no = 请输入 true 或 false。
problem-not-a-choice = 不在可选项之中：{ $choices }。
problem-not-a-record = 请选择此工作区中可用于此处的记录。
problem-itself = 记录在此不能引用自身。
problem-not-an-email = 这不是电子邮件地址，例如 name@example.org。
problem-not-a-phone = 这不是电话号码，例如 +86 21 5527 0000。
problem-not-a-website = 这不是网址，例如 https://example.org。
problem-before-start = 早于“{ $start }”。

## 协议各日期的含义

state-never-concluded = 未缔结
state-not-yet = 尚未生效
state-not-yet-from = 尚未生效；自 { $date } 起生效
state-in-force = 有效
state-in-force-until = 有效，至 { $date }
state-in-force-until-between = 有效；在 { $first } 至 { $last } 之间到期
state-in-force-evergreen = 有效，无期限
state-expiring = { $date } 到期
state-expiring-between = 在 { $first } 至 { $last } 之间到期
state-expiring-or-over = { $date } 到期，或已到期
state-expiring-or-over-between = 在 { $first } 至 { $last } 之间到期，或已到期
state-expiring-days = { $days ->
    [0] 今天（{ $date }）到期
   *[other] { $days } 天后（{ $date }）到期
}
state-expired = 已于 { $date } 到期
state-expired-between = 已在 { $first } 至 { $last } 之间到期
state-terminated = 已于 { $date } 终止
state-unknown = 是否有效不详

error-others-backup = { $path } 是另一个工作区的备份。
    .hint = 如需查看，请将该文件复制到别的文件夹，再作为单独的工作区打开。

error-not-backed-up = 导入前未能备份，因此没有导入任何内容。{ $detail }
    .hint = 请腾出空间，或另选备份文件夹。也可以不备份直接导入；无论如何，导入之后都可以撤回。

error-short-passphrase = 用于加密的口令至少要有 { $shortest } 个字符。
    .hint = 拿到文件的人可以一直试下去。四五个互不相关的词就很好。

## 交换文件的名称。无论人名中有什么字符，在各种系统上都可用。

bundle-name = { $from } { $day } { $commits } 次保存
bundle-name-for = { $from } 致 { $whom } { $day } { $commits } 次保存
bundle-name-for-several = { $from } 致 { $whom } 及另外 { $more } 人 { $day } { $commits } 次保存
# 分成几个文件时接在后面。
bundle-part-name = 第 { $number } 部分 共 { $count } 部分

## 没有名称的记录

untitled = 未命名的{ $kind }
