## 打印页面上除数据以外的文字。

# 每页页脚。
print-page = 第{ $page }页，共{ $pages }页
print-printed-on = 打印日期：{ $date }
print-printed-on-by = 打印日期：{ $date } 打印人：{ $officer }

# 程序尚不知道的内容：明确说明，绝不留空。
print-not-known = 不详
# 表格下方，说明短横线的含义。
print-dash-not-known = — 不详
print-none-recorded = 暂无记录

## 协议摘要。

print-agreement-summary = 协议摘要
print-agreement-number = 编号 { $number }
print-untitled = 未命名协议

print-stage = 阶段
print-signed = 签署
print-approved = 批准
print-in-force = 生效
print-ends = 到期
# 未填写的到期日：由生效日和期限推算，或在已填写的到期日之后按续期推算。
print-worked-out = { $date }（推算）
print-worked-out-between = { $first }至{ $last }之间（推算）
print-renewed-until = { $told }；已续期至{ $until }
print-withdrawn = 退出

print-parties = 签署方
print-party = 签署方
print-party-number = 编号 { $number }
print-reservations = 保留
print-signatory = 签署人

print-term-and-renewal = 期限与续期
print-term = 期限
print-term-length = { $what }，{ $months }个月
print-renewal = 续期
print-renewal-length = { $what }，每次{ $months }个月
print-notice = 通知期
print-notice-days = 期满前{ $days }天
print-last-objection-day = 异议截止日期
print-termination-requested = 提出终止
print-termination-effective = 终止生效
print-termination-reason = 终止原因

print-event = 签署活动
print-topics = 合作领域
print-documents = 附件
print-fingerprint = 指纹 { $fingerprint }
print-follow-ups = 跟进事项
print-no-due-date = 无日期
print-note = 备注

# 过长的文字，页面上只显示开头。
print-shortened = ……［打印时已缩短：程序中另有{ $letters }个字符］
