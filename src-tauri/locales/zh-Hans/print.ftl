## 打印页面上除数据以外的文字。

# 每页页脚。
print-page = 第 { $page } 页，共 { $pages } 页
