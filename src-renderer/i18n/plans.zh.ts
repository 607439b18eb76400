/** The words of the plan pages in Chinese; they are loaded with these pages. */
export const plansZh = {
  join: '、', comma: '，', colon: '：', semicolon: '；',
  again: '再读一次', toLibrary: '回到预案库',
  completeness: { complete: '完整', incomplete: '原文不全' },
  mark: {
    own: '本单位', draft: '有草稿', abolished: '已废止', incomplete: '原文不全', annexTo: '“{plan}”的附件', proposed: '建议', prohibits: '禁止', lifeSafety: '保命', required: '结案前必做', confirms: '确认启动',
  },
  legal: { naturalDisaster: '自然灾害', accidentDisaster: '事故灾难', publicHealth: '公共卫生', socialSecurity: '社会安全' },
  library: {
    newPlan: '新预案…', import: '导入…', newDrafts: '新预案的草稿', newDraftsSay: '批准之前不能启动', savedBy: '{by}，{day}保存',
    title: '预案', order: '排列', by: { document: '按文件', type: '按事件类型', open: '待确认事项' }, search: '查找预案', searchHint: '名称、来电人的话、拼音或首字母', none: '没有这样的预案，换个词再找',
    documents: '文件', plans: '预案', steps: '步骤', ofThemTimed: '其中有时限{count}', proposedSteps: '建议的步骤', notInSource: '非原文', openPoints: '待确认事项', typesWithout: '没有预案的类型',
    byDocumentHead: '文件和预案', short: '大屏短名', stepsTimed: '步骤/有时限', proposed: '建议', open: '待确认', completeness: '完整性',
    type: '事件类型', words: '来电人会说', legal: '法定类别', noPlan: '没有预案', withoutTitle: '还没有预案的类型{count}个',
  },
  plan: {
    about: '概要', edit: '编辑', document: '文件', sites: '场所', types: '事件类型', level: '响应级别', levelOthers: '另有{levels}', commander: '指挥', activation: '先行启动', activationSays: '{by}可以先启动，由{confirmedBy}确认',
    base: '基础预案', baseSays: '两份一起执行', replaces: '代替其中的：{steps}', annexes: '附件', start: '自动提出', startProposes: '{why}时，由本站提出启动', startActivates: '{why}时，由本站直接启动', triggers: '来电人会说的话',
    sharedPoints: '整份文件还有{count}项', noOpenPoints: '没有待确认的事项', questions: '问题', questionsSay: '谁回答，怎么算，决定哪些步骤', noQuestions: '没有问题：所有步骤都做', timed: '有时限的步骤', posts: '岗位', steps: '步骤',
    stepsSay: '按阶段和岗位；右边是时限，旁边是条款和它的意思', notCurrent: '这不是现行的版本', newerSays: '正在处置的事件按它启动时的版本做完；新版本只用于以后启动的事件。', showCurrent: '看现行版本',
  },
  fact: { byCalendar: '按日历判断', number: '填数，单位：{unit}', estimate: '填估计的数，单位：{unit}', several: '可以多选', recordOnly: '只作记录', criterion: '怎么算', decides: '决定{count}步' },
  flow: {
    title: '流程图', says: '从左到右是阶段，菱形是问题，每个回答通到它的步骤', always: '都要做', starts: '转预案', question: '问题', timed: '有时限', order: '做完才轮到', nothing: '没有另外的步骤',
  },
  step: {
    when: '条件', after: '先做完', helpers: '协助', calls: '电话', say: '照着说', announce: '大屏通告', materials: '物资', list: '名单', listSays: '{of}，次序：{order}', evidence: '证据', evidenceSays: '{what}，至少保存{days}天',
    repeat: '重复', starts: '接着启动', emptySlot: '原文没有这份预案', handsOver: '本预案到此结束', late: '逐级告知', from: '{anchor}起算',
  },
  blank: { place: '地点', narrative: '情况', reporter: '报告人', dispatcher: '值班员姓名' },
  revision: {
    title: '制修废记录', says: '本页文本{revision}', number: '编号', kind: '制修废', at: '日期', by: '编写', approvedBy: '批准', why: '原因', steps: '步骤', text: '文本', thisOne: '本页',
    kinds: { made: '制定', revised: '修订', abolished: '废止', shipped: '随程序' }, shippedSays: '随程序提供，未经本单位批准', approved: '{by}批准',
  },
  document: {
    about: '概要', number: '编号', noNumber: '原文没有编号', parent: '依据《{name}》制定', purpose: '目的', scope: '适用范围', principles: '原则', legalBases: '依据', definitions: '术语', organisation: '组织机构',
    organisationSays: '谁在谁之下，各做什么，谁可代替', post: '岗位', posts: '岗位', duty: '职责', aliases: '原文别称', substitutes: '可代替的岗位', own: '本单位', outside: '外部单位', commands: '指挥', group: '组', under: '，属{name}',
    levels: '响应级别', levelsSay: '一级最高', usual: '平时按此', readiness: '平时准备', readinessSays: '事前要做的事', monthly: '每月', every: '每{months}个月', supplies: '物资', contacts: '通讯录', contactsSay: '岗位的人和号码在值班表里', aftermath: '善后',
    aftermathSays: '每次事件之后', types: '事件类型', planSays: '{steps}步，有时限{timed}', nothing: '原文没有写', noRevisions: '原文的制修废记录是空的',
  },
  rank: { national: '国家', provincial: '省', municipal: '市', site: '本单位' },
  readiness: { prevention: '预防', training: '培训', drill: '演练', review: '评审', check: '检查', supply: '补充物资' },
  supply: { fire: '消防', medical: '急救', tool: '工具', communication: '通讯', document: '文书', other: '其他' },
  contact: { fire: '消防', police: '公安', medical: '急救', power: '供电', gas: '燃气', property: '物业', media: '媒体', authority: '上级', internal: '内部', other: '其他' },
  card: {
    open: '应急处置卡', title: '应急处置卡', of: '{post}的应急处置卡', choose: '选岗位', preview: '预览', print: '打印这一张', printAll: '打印全部{count}张', steps: '{count}步', questions: '{count}问', tellings: '{count}条通知', never: '严禁', judge: '由你判断', do: '你要做的',
    told: '别人超时会通知你', if: '条件：{when}', helps: '协助{post}', call: '打给{who}', revision: '版本{revision}', printed: '{day}打印', commander: '指挥：{post}',
  },
}

export type PlansWords = typeof plansZh
