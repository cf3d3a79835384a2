//! Chinese.

use super::{Script, prose};

#[rustfmt::skip]
pub(crate) const HAN: Script = Script {
    language: "zh-Hans",
    families: &[
        ("王", "Wang"), ("李", "Li"), ("张", "Zhang"), ("刘", "Liu"), ("陈", "Chen"), ("杨", "Yang"), ("赵", "Zhao"), ("黄", "Huang"),
        ("周", "Zhou"), ("吴", "Wu"), ("徐", "Xu"), ("孙", "Sun"), ("胡", "Hu"), ("朱", "Zhu"), ("高", "Gao"), ("林", "Lin"),
        ("何", "He"), ("郭", "Guo"), ("马", "Ma"), ("罗", "Luo"), ("梁", "Liang"), ("宋", "Song"), ("郑", "Zheng"), ("谢", "Xie"),
        ("韩", "Han"), ("唐", "Tang"), ("冯", "Feng"), ("于", "Yu"), ("董", "Dong"), ("萧", "Xiao"), ("程", "Cheng"), ("曹", "Cao"),
        ("袁", "Yuan"), ("邓", "Deng"), ("许", "Xu"), ("傅", "Fu"), ("沈", "Shen"), ("曾", "Zeng"), ("彭", "Peng"), ("吕", "Lü"),
        ("欧阳", "Ouyang"), ("司马", "Sima"),
    ],
    givens: &[
        ("云", "yun"), ("章", "zhang"), ("伟", "wei"), ("芳", "fang"), ("娜", "na"), ("敏", "min"), ("静", "jing"), ("丽", "li"),
        ("强", "qiang"), ("磊", "lei"), ("军", "jun"), ("洋", "yang"), ("勇", "yong"), ("艳", "yan"), ("杰", "jie"), ("娟", "juan"),
        ("涛", "tao"), ("明", "ming"), ("超", "chao"), ("秀", "xiu"), ("霞", "xia"), ("平", "ping"), ("刚", "gang"), ("桂", "gui"),
        ("英", "ying"), ("华", "hua"), ("建", "jian"), ("国", "guo"), ("文", "wen"), ("玉", "yu"), ("海", "hai"), ("红", "hong"),
        ("志", "zhi"), ("晓", "xiao"), ("春", "chun"), ("梅", "mei"), ("子", "zi"), ("轩", "xuan"), ("浩", "hao"), ("宇", "yu"),
        ("欣", "xin"), ("怡", "yi"), ("思", "si"), ("雨", "yu"), ("嘉", "jia"), ("琪", "qi"), ("俊", "jun"), ("博", "bo"),
    ],
    given_parts: 2,
    family_first: true,
    towns: &[
        ("上海", "Shanghai", "CN"), ("北京", "Beijing", "CN"), ("广州", "Guangzhou", "CN"), ("深圳", "Shenzhen", "CN"), ("南京", "Nanjing", "CN"),
        ("武汉", "Wuhan", "CN"), ("西安", "Xian", "CN"), ("成都", "Chengdu", "CN"), ("重庆", "Chongqing", "CN"), ("杭州", "Hangzhou", "CN"),
        ("天津", "Tianjin", "CN"), ("沈阳", "Shenyang", "CN"), ("哈尔滨", "Harbin", "CN"), ("长春", "Changchun", "CN"), ("乌鲁木齐", "Urumqi", "CN"),
        ("兰州", "Lanzhou", "CN"), ("昆明", "Kunming", "CN"), ("厦门", "Xiamen", "CN"), ("青岛", "Qingdao", "CN"), ("苏州", "Suzhou", "CN"),
        ("合肥", "Hefei", "CN"), ("郑州", "Zhengzhou", "CN"), ("台北", "Taipei", "TW"), ("香港", "HongKong", "HK"),
    ],
    subjects: &[
        "理工", "光学", "医科", "机械工程", "财经", "农业", "能源", "材料", "化工", "政法", "师范", "外国语", "交通", "印刷", "体育", "信息",
        "矿业", "建筑", "生物", "金融", "商贸", "物流", "食品", "护理", "环境", "航空", "纺织", "冶金", "物理", "数学", "药科", "艺术",
    ],
    institutions: &[
        ("university", "{t}{s}大学"), ("university", "{t}{s}大学附属{s}学院"), ("research-institute", "{t}{s}研究所"),
        ("research-institute", "中国{s}科学院{t}分院第{n}研究室"), ("company", "{t}{f}氏{s}有限公司"), ("company", "{t}{s}股份公司"),
        ("hospital", "{t}市第{n}人民医院"), ("science-park", "{t}{s}科技园"), ("association", "{t}{s}协会"),
        ("venture-fund", "{t}{f}氏{s}创业基金"), ("government-body", "{t}市{s}局"),
    ],
    agreements: &[
        "{a}与{b}关于{s}的学术交流协议", "{a}和{b}合作框架协议", "{a}{s}联合实验室共建协议", "关于{s}人才培养的合作备忘录（{a}、{b}）",
        "{s}技术开发合同（{a}）", "{a}与{b}联合投资{s}项目协议",
    ],
    follow_ups: &[
        "把草案发给{a}", "就附件致电{a}", "向{a}索取签字件", "准备{a}来访", "翻译给{a}的第{n}条", "提醒{a}提交第{n}次报告",
        "与{a}核对期限", "给{a}写感谢信", "为{a}的来宾预订{n}间房",
    ],
    prose: &prose::CHINESE,
    roles: &["教授", "副校长", "国际交流处处长", "院长", "校长", "项目协调员", "研究员", "副主任", "总经理", "实验室主任", "秘书", "讲师"],
};
