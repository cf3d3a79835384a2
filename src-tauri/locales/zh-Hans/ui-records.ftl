### 记录页与编辑表单。

## 记录页

group-dates = 日期与期限
group-names = 姓名的读法与写法
group-renewal = 续期与通知
group-termination = 终止
affiliation-ended = 已离任
span-since = { $from }起
span-until = 至{ $to }
span-between = { $from }至{ $to }
party-signed-as = 签署时名称：{ $name }
party-number = 对方编号：{ $number }
record-in-trash = 此记录在回收站中。
record-merged = 此记录已与另一条合并。
record-merged-open = 查看保留的记录
record-left-out = 此记录随导入而来，仅在本机略去。
left-out-here = 本机略去
record-missing = 这里没有此记录
record-missing-hint = 它可能在同事的交换文件中，而您尚未导入。
reference-absent = 尚未收到
reference-erased = 已抹除
referring-more = 另有 { $count } 条
referring-institution-part-of = 下属与附属单位
referring-membership-network = 成员
referring-affiliation-institution = 联系人
referring-party-institution = 协议
referring-participant-who = 活动
referring-follow-up-about = 跟进事项
referring-signatory-person = 签署
referring-agreement-signed-at = 在此签署的协议
referring-tagging-tag = 带此标签的记录
referring-alias-duplicate = 已合并至

begin-institution-person = 此机构的联系人
begin-institution-agreement = 与此机构的协议
begin-institution-event = 与此机构的活动
begin-institution-follow-up = 关于此机构的跟进事项
begin-institution-institution = 下属或附属单位
begin-person-event = 与此人的活动
begin-person-follow-up = 关于此人的跟进事项
begin-agreement-follow-up = 关于此协议的跟进事项
begin-event-agreement = 在此签署的协议
begin-event-follow-up = 关于此活动的跟进事项

document-attach = 添加附件
document-pick = 要添加哪个文件？
document-save = 要把文件保存到哪里？
document-save-named = 另存 { $name }
document-remove = 删除 { $name }

merge = 合并重复记录……
merge-title = 将重复记录合并到“{ $title }”
merge-hint = 保留本记录。另一条移入回收站，其下属内容转到这里；凡引用它之处，今后均指本记录。可用撤销还原。
merge-which = 哪条记录与此相同？
merge-take = 采用其不同之处：
# $field is a field's name, $value what the duplicate says in it.
merge-field = { $field }：{ $value }
merge-instead = 取代 { $value }
merge-unknown-here = 此处不详
# $count is a number, $kind a kind of record: “2 contacts”.
merge-count = { $count } 项{ $kind }
merge-comes = 随之转来：{ $what }。
merge-confirm = 合并
merged = “{ $duplicate }”已并入“{ $kept }”。

erase = 彻底抹除……
erase-title = 抹除“{ $title }”？
erase-hint = 它将连同历史和所有附属内容从本机以及所有得知此事的电脑上消失。此操作无法撤销。备份中的内容会保留，直到您在备份中也将其抹除。
erase-documents = { $count } 个附件将一并抹除；别处也用到的附件会保留。
erase-referring = 有 { $count } 条记录引用它，引用处将显示“已抹除”。
erase-looking = 正在查找附属内容
step-erase = 正在抹除
erase-confirm = 彻底抹除
erase-in-backups = 备份中也抹除
erase-done = 已彻底抹除

## 历史

history = 历史
history-here = { $author }
history-there = { $author }（{ $device }）
history-emptied = 清空
# What was replaced is not here: whoever sent the file held it back.
history-withheld = 未随附
history-older = 更早
action-name-introduce = 登记电脑
action-name-save = 保存
action-name-delete = 删除
action-name-restore = 恢复
action-name-undo = 撤销
action-name-redo = 重做
action-name-erase = 抹除
action-name-leave-out = 导入时排除
action-name-take-back = 撤回导入

## 冲突

conflict-here = 有冲突
conflict-field = 同事在此填写的内容不一致
conflict-by = { $author }（{ $device }），{ $at }
conflict-by-here = { $author }（本机），{ $at }
conflict-edit = { $field }：{ $value }
conflict-saw = · 原为“{ $before }”
conflict-saw-nothing = · 原先不详
conflict-saw-withheld = · 原值未随附
conflict-write = 填写其他值……
conflict-choose = 采用
conflict-delete = 删除此记录
conflict-keep = 保留此记录
conflict-settled = 已解决：{ $field }
conflicts-here = 此记录的冲突
conflicts-here-hint = 同事在 { $count } 个字段上的填写不一致。在您选择之前，显示第一个值。
conflicts-hint = 两台电脑在互不知情的情况下填写了这些字段。两个值都已保留；在有人选择之前，显示第一个值。
conflicts-none = 没有冲突
    .hint = 当同事对同一字段的填写不一致时，可在此选择。
conflicts-more = 显示更多（已显示 { $shown } / { $total }）
conflicts-settled =
    { $count ->
        [0] 没有此规则可以解决的冲突。
       *[other] 已解决 { $count } 处冲突。
    }
settle-many = 批量解决
settle-shown = 全部保留当前显示的值（{ $count }）
settle-here = 采用本机的值（{ $count }）
settle-device = 采用 { $officer }（{ $device }）的值（{ $count }）
settle-keep = 保留所有一方删除、另一方编辑的记录
settle-delete = 删除所有一方删除、另一方编辑的记录

## 表单

choice-none = 不详
combobox-options = 选项
combobox-searching = 正在搜索……
combobox-nothing = 没有找到
date-placeholder = 如 2023、2023年10月、12月8日
date-placeholder-ahead = 如 明天、+3周、12月8日
calendar = 日历
calendar-open = 选择日期
calendar-month-before = 上个月
calendar-month-after = 下个月
calendar-month-only = 仅知月份
date-not-understood = 无法识别为日期
date-word-yesterday = 昨天
date-word-today = 今天
date-word-tomorrow = 明天
form-problems = { $count } 个字段需要检查
form-news = { $count } 处在此期间有变动
field-news =
    { $who ->
        [you] 您已在别处将此处改为“{ $value }”。保存后将以这里的内容为准。
        [colleague] { $name } 在此期间将此处改为“{ $value }”。保存后将以您的内容为准。
       *[unknown] 此处在此期间被改为“{ $value }”。保存后将以您的内容为准。
    }
field-news-emptied =
    { $who ->
        [you] 您已在别处清空此处。保存后将重新填上。
        [colleague] { $name } 在此期间清空了此处。保存后将重新填上。
       *[unknown] 此处在此期间被清空。保存后将重新填上。
    }
field-contested = 同事在此填写的内容不一致。保存后将以这里的内容为准。
field-news-take = 采用该值
field-news-empty = 清空
row-gone =
    { $who ->
        [you] 您已在别处去掉此行。您在这里输入的内容仍在，保存后将予以保留。
        [colleague] { $name } 在此期间去掉了此行。您在这里输入的内容仍在，保存后将予以保留。
       *[unknown] 此行在此期间被去掉。您在这里输入的内容仍在，保存后将予以保留。
    }
row-returned = 您曾去掉此行，但它在此期间有变动，因此重新列出。
record-gone =
    { $who ->
        [you] 您已在别处将此记录移入回收站。保存后将予以保留。
        [colleague] { $name } 在此期间将此记录移入回收站。保存后将予以保留。
       *[unknown] 此记录在此期间被移入回收站。保存后将予以保留。
    }
private-stays = 只保存在本机
tag-add = 添加标签
tag-remove = 去掉标签“{ $name }”
row-remove = 去掉此行
row-all-fields = 全部字段
row-removed = 已去掉此行
row-add-name = 添加名称
row-add-address = 添加地址
row-add-contact = 添加联系方式
row-add-code = 添加代码
row-add-membership = 添加成员资格
row-add-spoken-language = 添加语言
row-add-affiliation = 添加任职
row-add-topic = 添加合作领域
row-add-party = 添加签署方
row-add-signatory = 添加签署人
row-add-reminder = 添加提醒
row-add-participant = 添加参与方

draft-unsaved = 有未保存的更改
draft-here = 此处有您未保存的更改。
draft-kept = 已留作未保存的草稿
draft-continue = 继续编辑
draft-discard = 放弃更改
draft-discard-named = 放弃“{ $title }”
draft-discarded = 已放弃“{ $title }”
draft-found = “{ $title }”上次尚未保存（{ $at }）。
draft-erased = 一条记录已被抹除，您为其输入的内容也随之清除
drafts = 未保存的草稿
drafts-count = { $count } 份未保存的草稿
closing-title = 有未保存的草稿，仍要关闭吗？
closing-hint = 草稿未能写入磁盘，已输入而未保存的内容将会丢失。
closing-lose = 关闭并放弃
closing-stay = 留在这里

## 回收站与撤销

deleted =
    { $count ->
        [one] “{ $title }”已移入回收站
       *[other] { $count } 条记录已移入回收站
    }
restored = 已恢复 { $count } 条记录
undone = 已撤销
step-settle = 正在解决冲突
step-undo = 正在撤销
step-redo = 正在重做
redone = 已重做
undo-skipped = “{ $title }”等的 { $count } 个字段后来又有更改，因此保持不变。
trash-empty = 回收站是空的
    .hint = 删除的内容随时可以从这里恢复。
trash-kinds = 记录类别

## 打印

print-title = 打印摘要
print-hint = 生成一页 PDF，可以发送或打印。
print-language = 页面语言
print-go = 保存为 PDF……
print-save-as = 要把 PDF 保存到哪里？
print-done = 已将 { $pages } 页写入 { $path }
print-missing = 本机没有字体能显示以下字符，页面上已标出：{ $characters }
