### 记录类别、字段及选项的标签。
###
### 译名统一如下，各文件一致使用：
###   workspace 工作区 · record 记录 · field 字段 · change 更改 · history 历史 · conflict 冲突 · trash 回收站
###   bundle 交换文件 · import 导入 · export 导出 · officer 联络官 · laptop/device 电脑 · this laptop 本机 · sender 发送方
###   institution 机构 · unit 下属单位 · person 联系人 · affiliation 任职 · membership 成员资格 · network 联盟或网络
###   agreement 协议 · party 签署方 · signatory 签署人 · topic 合作领域 · in force 生效 · expired 到期 · terminated 终止
###   event 活动 · participant 参与方 · follow-up 跟进事项 · due 截止 · overdue 逾期 · reminder 提醒
###   document 附件 · file 文件 · tag 标签 · fingerprint 指纹 · compare 比对 · erase 抹除 · unknown 不详

# 历史与冲突中表示记录被删除。
field-deleted = 删除
field-left-out = 仅在本机略去

## 机构

kind-institution = 机构
    .plural = 机构
field-institution-name = 名称
field-institution-short-name = 简称
field-institution-kind = 类别
choice-institution-kind-university = 高等院校
choice-institution-kind-research-institute = 科研院所
choice-institution-kind-hospital = 医院
choice-institution-kind-company = 企业
choice-institution-kind-dealer = 经销商
choice-institution-kind-association = 协会
choice-institution-kind-government-body = 政府机关
choice-institution-kind-science-park = 科技园区
choice-institution-kind-law-firm = 律师事务所
choice-institution-kind-consultancy = 咨询公司
choice-institution-kind-incubator = 孵化器
choice-institution-kind-venture-fund = 风险投资基金
choice-institution-kind-medical-service-agency = 医疗服务机构
choice-institution-kind-network = 联盟或网络
choice-institution-kind-unit = 下属单位
field-institution-country = 国家/地区
field-institution-city = 城市
field-institution-number = 内部编号
field-institution-part-of = 上级机构
field-institution-note = 备注
field-institution-private-note = 私人备注

## 多类记录共有的下属记录

kind-name = 名称
    .plural = 名称
field-name-owner = 所属对象
field-name-text = 名称
field-name-language = 语言
field-name-use = 用途
choice-name-use-official = 正式名称
choice-name-use-translated = 译名
choice-name-use-romanised = 拉丁字母转写
choice-name-use-phonetic = 读音
choice-name-use-short = 简称
choice-name-use-former = 曾用名
field-name-until = 使用至

kind-address = 地址
    .plural = 地址
field-address-owner = 所属对象
field-address-use = 用途
choice-address-use-street = 办公地址
choice-address-use-mailing = 通讯地址
choice-address-use-home = 家庭住址
field-address-lines = 详细地址
field-address-postcode = 邮政编码
field-address-city = 城市
field-address-country = 国家/地区

kind-contact = 联系方式
    .plural = 联系方式
field-contact-owner = 所属对象
field-contact-medium = 方式
choice-contact-medium-email = 电子邮件
choice-contact-medium-phone = 电话
choice-contact-medium-mobile = 手机
choice-contact-medium-fax = 传真
choice-contact-medium-website = 网站
choice-contact-medium-wechat = 微信
choice-contact-medium-whatsapp = WhatsApp
choice-contact-medium-telegram = Telegram
field-contact-value = 号码或地址
field-contact-label = 说明
field-contact-language = 语言

## 机构的下属记录

kind-code = 外部代码
    .plural = 外部代码
field-code-owner = 所属机构
field-code-scheme = 编码体系
choice-code-scheme-ror = ROR
choice-code-scheme-erasmus = Erasmus
choice-code-scheme-national = 本国代码
choice-code-scheme-tax = 税号
choice-code-scheme-isni = ISNI
field-code-value = 代码

kind-membership = 成员资格
    .plural = 成员资格
field-membership-member = 成员
field-membership-network = 联盟或网络
field-membership-role = 身份
choice-membership-role-founding = 创始成员
choice-membership-role-member = 成员
choice-membership-role-council = 理事
choice-membership-role-chair = 主席
choice-membership-role-observer = 观察员
choice-membership-role-candidate = 候选成员
choice-membership-role-former = 前成员
field-membership-from = 起始日期
field-membership-to = 终止日期
field-membership-note = 备注

## 联系人

kind-person = 联系人
    .plural = 联系人
field-person-honorific = 称谓
field-person-given = 名
field-person-family = 姓
field-person-name-order = 姓名顺序
choice-person-name-order-given-first = 名在前
choice-person-name-order-family-first = 姓在前
field-person-original-name = 原文姓名
field-person-romanised-name = 姓名拉丁字母转写
field-person-phonetic-name = 姓名读音
field-person-salutation = 信函称呼
field-person-country = 国家/地区
field-person-note = 备注
field-person-private-note = 私人备注

kind-spoken-language = 语言能力
    .plural = 语言能力
field-spoken-language-person = 联系人
field-spoken-language-language = 语言
field-spoken-language-level = 水平
choice-spoken-language-level-native = 母语
choice-spoken-language-level-fluent = 流利
choice-spoken-language-level-working = 可用于工作
choice-spoken-language-level-basic = 基础

kind-affiliation = 任职
    .plural = 任职
field-affiliation-person = 联系人
field-affiliation-institution = 机构
field-affiliation-unit = 部门
field-affiliation-role = 职务
field-affiliation-from = 起始日期
field-affiliation-to = 离任日期
field-affiliation-ended = 已离任
field-affiliation-note = 备注

## 协议

kind-agreement = 协议
    .plural = 协议
field-agreement-title = 名称
field-agreement-kind = 类别
choice-agreement-kind-research-and-development = 研发合作
choice-agreement-kind-investment = 投资
choice-agreement-kind-academic-exchange = 学术交流
choice-agreement-kind-framework = 框架协议或谅解备忘录
choice-agreement-kind-other = 其他
field-agreement-subtype = 子类别
field-agreement-number = 内部编号
field-agreement-stage = 阶段
choice-agreement-stage-idea = 意向
choice-agreement-stage-draft = 起草
choice-agreement-stage-negotiation = 磋商
choice-agreement-stage-approval = 报批
choice-agreement-stage-ready-to-sign = 待签署
choice-agreement-stage-partly-signed = 部分签署
choice-agreement-stage-signed = 已签署
choice-agreement-stage-never-concluded = 未达成
field-agreement-signed = 签署日期
field-agreement-signed-at = 签署场合
field-agreement-in-force = 生效日期
field-agreement-term = 有效期
choice-agreement-term-fixed = 固定期限
choice-agreement-term-until-date = 至指定日期
choice-agreement-term-evergreen = 无固定期限
choice-agreement-term-unknown = 不详
field-agreement-term-months = 有效期（月）
field-agreement-ends = 到期日期
field-agreement-renewal = 续期
choice-agreement-renewal-none = 不续期
choice-agreement-renewal-automatic = 自动续期
choice-agreement-renewal-by-agreement = 协商续期
choice-agreement-renewal-unknown = 不详
field-agreement-renewal-months = 续期（月）
field-agreement-notice-days = 通知期（天）
field-agreement-last-objection-day = 异议截止日期
field-agreement-termination-requested = 提出终止日期
field-agreement-termination-effective = 终止生效日期
field-agreement-termination-reason = 终止原因
field-agreement-note = 备注
field-agreement-confidentiality = 保密级别
choice-agreement-confidentiality-open = 公开
choice-agreement-confidentiality-internal = 内部
choice-agreement-confidentiality-confidential = 机密
field-agreement-private-note = 私人备注

kind-topic = 合作领域
    .plural = 合作领域
field-topic-agreement = 协议
field-topic-text = 合作领域

kind-party = 签署方
    .plural = 签署方
field-party-agreement = 协议
field-party-institution = 机构
field-party-name-at-signing = 签署时名称
field-party-number = 签署方编号
field-party-signed = 签署日期
field-party-approved = 批准日期
field-party-in-force = 对其生效日期
field-party-withdrawn = 退出日期
field-party-reservations = 保留

kind-signatory = 签署人
    .plural = 签署人
field-signatory-party = 签署方
field-signatory-person = 联系人
field-signatory-name-at-signing = 签署时姓名
field-signatory-title-at-signing = 签署时职衔
field-signatory-mode = 签署方式
choice-signatory-mode-in-person = 现场签署
choice-signatory-mode-by-video = 视频签署
choice-signatory-mode-by-post = 邮寄签署
field-signatory-signed = 签署日期

## 跟进事项

kind-follow-up = 跟进事项
    .plural = 跟进事项
field-follow-up-title = 事项
field-follow-up-due = 截止日期
field-follow-up-about = 相关对象
field-follow-up-assignee = 负责人
field-follow-up-priority = 优先级
choice-follow-up-priority-high = 高
choice-follow-up-priority-normal = 普通
choice-follow-up-priority-low = 低
field-follow-up-state = 状态
choice-follow-up-state-open = 待办
choice-follow-up-state-done = 已完成
choice-follow-up-state-dropped = 不再跟进
field-follow-up-done-on = 完成日期
field-follow-up-note = 备注
field-follow-up-private-note = 私人备注

kind-reminder = 提醒
    .plural = 提醒
field-reminder-follow-up = 跟进事项
field-reminder-on = 提醒日期

## 活动

kind-event = 活动
    .plural = 活动
field-event-title = 名称
field-event-kind = 类别
choice-event-kind-conference = 会议
choice-event-kind-ceremony = 仪式
choice-event-kind-visit = 访问
choice-event-kind-meeting = 会谈
choice-event-kind-call = 通话
field-event-start = 开始日期
field-event-end = 结束日期
field-event-place = 地点
field-event-country = 国家/地区
field-event-mode = 形式
choice-event-mode-on-site = 现场
choice-event-mode-online = 线上
choice-event-mode-hybrid = 混合
field-event-theme = 主题
field-event-programme = 日程
field-event-note = 备注
field-event-private-note = 私人备注

kind-participant = 参与方
    .plural = 参与方
field-participant-event = 活动
field-participant-who = 机构或人员
field-participant-role = 身份
choice-participant-role-host = 主办方
choice-participant-role-co-host = 联合主办方
choice-participant-role-speaker = 发言人
choice-participant-role-delegate = 代表
choice-participant-role-guest = 嘉宾
choice-participant-role-observer = 观察员
choice-participant-role-witness = 见证人
field-participant-note = 备注

## 附件、标签、电脑

kind-document = 附件
    .plural = 附件
field-document-owner = 所属对象
field-document-name = 文件名
field-document-use = 用途
choice-document-use-signed = 签署本
choice-document-use-draft = 草案
choice-document-use-annex = 协议附件
choice-document-use-letter = 信函
choice-document-use-minutes = 会议纪要
field-document-language = 语言
field-document-content-hash = 文件指纹
field-document-size = 大小（字节）
field-document-note = 备注

kind-tag = 标签
    .plural = 标签
field-tag-name = 名称
field-tag-note = 备注

kind-tagging = 已加标签
    .plural = 已加标签
field-tagging-record = 记录
field-tagging-tag = 标签

kind-alias = 重复记录
    .plural = 重复记录
field-alias-record = 记录
field-alias-duplicate = 被合并的记录

kind-device = 电脑
    .plural = 电脑
field-device-name = 电脑名称
field-device-officer = 联络官
field-device-continues = 接替
field-device-retired = 已停用
