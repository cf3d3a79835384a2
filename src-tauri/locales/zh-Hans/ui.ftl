### 界面用语；记录类别与字段的名称见 kinds.ftl。

## 多处共用的操作

action-add = 添加
action-back = 返回
action-cancel = 取消
action-clear = 清除
action-close = 关闭
action-copy = 复制 { $text }
action-delete = 删除
action-edit = 编辑
action-more = 更多操作
action-open = 打开
action-print = 打印
action-redo = 重做
action-restore = 恢复
action-save = 保存
action-undo = 撤销
action-understood = 知道了

copied = 已复制
cancelled = 已停止，未作任何更改。
saved = 已保存
yes = 是
no = 否
not-known = 不详
path = 路径
version = Entente { $version }
defect-hint = 这是程序本身的缺陷，请报告上面这句话。
unreachable = 无法显示
progress-figures = { $done } / { $total }
file-written = 已写入 { $path }
toasts-label = 消息
splitter-label = 列表宽度

## 位置

nav-label = 位置
nav-home = 首页
nav-conflicts = 冲突
nav-exchange = 交换
nav-waiting = 共享文件夹中有 { $count } 个文件等待处理
nav-laptops = 电脑
nav-trash = 回收站
nav-settings = 设置

## 搜索与命令

search-label = 搜索
search-hits = 搜索结果
search-nothing = 没有找到“{ $text }”
palette-title = 命令
palette-hint = 前往、新建、搜索……
language-use = 语言：{ $name }
theme-use-light = 主题：浅色
theme-use-dark = 主题：深色
theme-use-system = 主题：跟随系统

## 键盘

shortcuts-title = 键盘快捷键
shortcuts-everywhere = 任何位置
shortcuts-go = 前往
shortcuts-list = 在列表中
shortcuts-record = 在记录页
shortcut-back = 返回上一处
shortcut-close = 关闭
shortcut-filter = 在列表中查找
shortcut-add-filter = 筛选列表
shortcut-forward = 前往下一处
shortcut-leave = 离开，保留已输入的内容
shortcut-new = 新建
shortcut-next = 下一条
shortcut-open = 打开
shortcut-previous = 上一条
shortcut-search = 全局搜索
shortcut-tick = 标记为完成

## 列表

column-title = 名称
column-state = 状态
# 联系人的任职机构及职务。
companion-as = { $name }（{ $roles }）
# How many there are besides those that are named.
companions-more = +{ $count }
list-filter = 在此列表中查找
list-nothing-found = 没有符合条件的记录
list-nothing-found-hint = 请减少字词或筛选条件。
filter-add = 筛选
filter-clear = 清除筛选
filter-remove = 取消“{ $field }”筛选
filter-find = 查找值
filter-from = 从
filter-to = 到
filter-known = 已知
filter-unknown = 不详
filter-since = { $from }起
filter-until = 至{ $to }
filter-between = { $from }至{ $to }
filter-and-more = { $first }及另外 { $count } 项
filters-set = 筛选条件

empty-institution = 还没有机构
    .hint = 大学、医院、企业、联盟：您打交道的所有机构。
empty-person = 还没有联系人
    .hint = 各机构的联系人，及其所有姓名与联系方式。
empty-agreement = 还没有协议
    .hint = 已签署或正在商谈的协议，包括所有签署方与日期。
empty-event = 还没有活动
    .hint = 会议、访问、签约与通话，以及参加者。
empty-follow-up = 还没有跟进事项
    .hint = 打算做什么，与谁有关，何时之前完成。
empty-tag = 还没有标签
    .hint = 用来给记录分组的词。编辑记录时也可以新建。

## 新建记录

new-institution = 新建机构
new-person = 新建联系人
new-agreement = 新建协议
new-event = 新建活动
new-follow-up = 新建跟进事项
new-tag = 新建标签
edit-institution = 编辑机构
edit-person = 编辑联系人
edit-agreement = 编辑协议
edit-event = 编辑活动
edit-follow-up = 编辑跟进事项
edit-tag = 编辑标签

create-institution = 新建机构“{ $name }”
create-person = 新建联系人“{ $name }”
create-agreement = 新建协议“{ $name }”
create-event = 新建活动“{ $name }”
create-follow-up = 新建跟进事项“{ $name }”
create-tag = 新建标签“{ $name }”

## 由日期得出的协议状态

state-word-not-yet = 尚未生效
state-word-in-force = 有效
state-word-expiring = 即将到期
state-word-expiring-in = { $distance }到期
state-word-expiring-on = { $date }到期
state-word-expired = 已到期
state-word-terminated = 已终止
state-word-never-concluded = 未缔结
state-word-unknown = 不详
