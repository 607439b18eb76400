/** The editor's words in Chinese: they are loaded with it. Words of states, stages and days stand in ui/glossary.ts. */
export const editorZh = {
  none: '不写', join: '、', cancel: '取消', close: '关闭', clause: '依据条款', proposed: '建议，非原文', marks: '标记', reads: '读作：{what}',
  way: { library: '预案库', plan: '现行版' },
  mark: { draft: '草稿', inForce: '现行版', new: '新预案', abolished: '已废止' },
  tabs: { title: '编写预案', write: '编写', dry: '试运行', diff: '差异', record: '修订记录' },
  acts: {
    undo: '撤销', redo: '重做', save: '保存', approve: '批准…', more: '更多', export: '导出文件…', import: '导入文件…', copy: '复制成新预案…', make: '另写一份预案…', discard: '放弃草稿…', abolish: '废止预案…',
  },
  save: {
    saving: '正在保存', dirty: '有改动，马上自动保存', saved: '{time}已存，{name}', noDraft: '没有草稿，与现行版相同', nothing: '还没有改动', noContact: '失去联系，改动还没有存；恢复后自动保存', refused: '没有存上：{why}', stale: '没有存：别人也改过，请先在下方选择',
  },
  stale: { says: '您的改动还在这里。选哪一份，另一份就不再是草稿；按“撤销”能取回。', theirs: '打开对方那份', mine: '以我这份为准' },
  leave: { title: '有改动还没有存', says: '离开后，没有存的改动就没有了。', save: '保存并离开', leave: '不保存，离开', stay: '留在这里' },
  discard: { title: '放弃草稿', says: '草稿退出，预案仍是现行版。保存过的内容留在记录里。', saysNew: '这份新预案还没有批准过，放弃后预案库里没有它。保存过的内容留在记录里。', yes: '放弃草稿' },
  gone: { step: '已去掉步骤“{name}”。', fact: '已去掉问题“{name}”。', mentions: '别处还有{count}处提到它。', undo: '撤销' },
  outline: {
    title: '预案结构', facts: '问题{count}', steps: '步骤{count}', addFact: '加问题', addStep: '加步骤', errors: '{count}处错误', warnings: '{count}处提醒', annex: '附件', provisional: '先行启动', rules: '规则{count}条',
  },
  find: {
    empty: '还没有写', emptyIn: '{language}还没有写', inLanguage: '{language}：{says}', title: '检查', checking: '正在检查', failed: '没有查成，联系恢复后再查', clean: '没有毛病', count: '{errors}处错误 · {warnings}处提醒', none: '没有毛病，可以试运行，也可以批准。', more: '还有{count}条', error: '错误：', warning: '提醒：', drop: '去掉不认识的项', lost: '这些写法表单显示不了，保存后就没有了：',
  },
  words: { zh: '中文', en: '英文', blanks: '可填的空：', blank: { place: '地点', narrative: '情况', reporter: '报告人', dispatcher: '值班员' } },
  pick: { one: '选一个', many: '可以选几个', none: '没有符合的' },
  duration: { count: '数', unit: '单位' },
  id: { bad: '小写字母开头，只用字母、数字、点、连字符、下划线', taken: '这个编号已经用了' },
  list: {
    up: '{name}{at}上移', down: '{name}{at}下移', remove: '去掉{name}{at}', upShort: '上移', downShort: '下移', removeShort: '去掉', title: '名单', add: '逐个办一份名单', hint: '名单里的人名是个人信息，结案归档后按规定清除', kind: '名单种类', sort: '排列', places: '地点', persons: '人员', given: '按给定次序', size: '先大后小', of: '哪些', order: '次序',
  },
  part: { remove: '去掉{name}', removeShort: '去掉', up: '上移', down: '下移', again: '再来一份', takeOut: '去掉' },
  anchor: { reported: '接报', occurred: '事件发生', activated: '启动预案', contained: '已控制', lifted: '解除响应', step: '“{title}”完成', fact: '“{question}”首次回答' },
  people: { hurt: '伤亡', dead: '死亡', serious: '重伤', minor: '轻伤', missing: '失踪' },
  plan: {
    kind: '预案', head: '概要', untitled: '未命名的预案', title: '名称', short: '大屏短名', shortHint: '大屏上事件的名字', document: '文件集', types: '应对的类型', triggers: '来电词', triggersHint: '来电人会说的词。一项里用空格隔开几个词，都说到才算；同义的词用“{\'|\'}”隔开', triggersAdd: '写一个词，按Enter', level: '响应级别', commander: '总指挥', siteKinds: '适用场所',
    completeness: '原文', complete: '完整', incomplete: '缺失，未补全', openPoints: '待确认', openPoint: '待确认事项', openPointsHint: '还要单位确认的事，会列在预案库里', addOpenPoint: '加一件待确认的事', usual: '同文件集：{name}', ofDocument: '同文件集',
  },
  start: {
    title: '启动', extends: '附件', extendsHint: '本预案是附件时，与基础预案一并执行', alone: '不是附件，单独执行', replaces: '代替基础', replacesNone: '不代替基础预案的步骤', activation: '先行启动', addActivation: '谁发现谁先启动，事后确认', activationHint: '先启动的人不等批准；确认之前一直标明“先行启动，待确认”', by: '先行的人', confirmedBy: '确认的人', activationClause: '先行启动的依据条款',
    rules: '自动规则', rule: '规则', addRule: '加一条规则', rulesHint: '事件处置中，条件成立时由系统提出或启动本预案。只能看别的预案的问题、类型、级别、伤亡和接报后的时间', when: '规则{at}的条件', then: '就', thenOf: '规则{at}做什么', propose: '提出，由值班员启动', activate: '直接启动', why: '理由', whyOf: '规则{at}的理由', clauseOf: '规则{at}的依据条款', reading: '正在读别的预案的问题',
  },
  fact: {
    title: '问题', untitled: '未写的问题', read: '{count}处用到', unread: '没有步骤用到', question: '问句', key: '编号', keyHint: '条件里用它；改了编号，用到它的地方一并改', kind: '种类', bool: '是非', choice: '选择', number: '数', estimate: '估计的数', calendar: '工作日或假日', calendarHint: '系统按工作日历自己判断，不问人', options: '选项', how: '怎么选', exhaustive: '选项已经说全', several: '可以同时选几个', unit: '单位', addUnit: '写数的单位', decidedBy: '谁回答',
    criterion: '怎么算', addCriterion: '写明含糊的词怎么算', criterionHint: '例如“大面积”指几台', recordOnly: '只作记录，没有步骤取决于它',
  },
  options: { option: '选项', add: '加一个选项', value: '选项{value}的值', words: '选项{value}的文字', other: '加“其他”', unclear: '加“不清楚”', own: '换掉“是”和“否”', usual: '用“是”和“否”' },
  step: {
    kind: '步骤', untitled: '未命名的步骤', what: '做什么', when: '什么时候做', how: '怎么做', why: '凭什么', title: '名称', short: '大屏短名', id: '编号', stage: '阶段', role: '谁做', helpers: '谁帮忙', helpersNone: '没有', urgency: '缓急', urgencyHint: '这是先后，不是分钟；分钟写时限', after: '等哪些步', afterNone: '不等', clauses: '还依据', clausesNone: '没有',
    lifeSafety: '人命优先', lifeSafetyHint: '排最前，跳过须写原因', prohibits: '禁止事项', prohibitsHint: '这一步说的是不许做', required: '结案前必做', requiredHint: '不完成不能结案，少用', confirms: '确认先行启动', confirmsHint: '完成后，预案的先行启动就得到确认',
  },
  when: {
    title: '条件', add: '只在某种情况下做', kind: '{label}的种类', question: '{label}的问题', answer: '{label}的答案', number: '{label}的数', step: '{label}的步骤', state: '{label}的状态', from: '{label}的起点', time: '{label}的时间', day: '{label}的日子', types: '{label}的类型', levels: '{label}的级别', people: '{label}的人数种类',
    fact: '问题的回答', elapsed: '过了时间', calendar: '工作日历', type: '事件类型', level: '响应级别', casualties: '伤亡人数', all: '全部成立', any: '任一成立', not: '不成立', and: '并且', or: '或者', remove: '去掉这个条件', more: '再加一个条件', is: '答', over: '超过', done: '已完成', late: '已超时', after: '后满', reaches: '达到', askedBy: '{plan}等{count}份', persons: '人',
  },
  due: { title: '时限', add: '写时限', kind: '时限的种类', same: '每天一样', byDay: '分工作日和假日', within: '时限', from: '从' },
  late: { title: '超时通知', hint: '一级一级往上；没有人确认，第一级最晚1分钟、第二级最晚2分钟就通知，不等写的时间。第一句交代就是告警上的指示', rung: '通知', add: '写超时通知谁', more: '再往上一级', notify: '超时通知第{at}级', after: '超时后', afterLabel: '第{at}级超时后多久', say: '对第{at}级的交代', addSay: '写交代他做什么', noSay: '不写交代' },
  repeat: { title: '重复', add: '做完还要再做', hint: '时限是第一次的；做完一次，过了间隔再轮到', every: '每', until: '直到' },
  calls: { title: '电话', call: '电话', add: '加一个电话', more: '再加一个电话', role: '电话{at}打给', outside: '外单位', number: '公开的号码', numberLabel: '电话{at}的号码', who: '电话{at}打给谁' },
  say: { title: '要说的话', add: '写照着说的话' },
  announce: { title: '大屏通告', add: '在大屏底部通告', hint: '照原样显示，不能有空' },
  materials: { title: '物资', one: '物资', add: '加一样物资' },
  evidence: { title: '证据', add: '要留证据', hint: '保存到结案或满期，以晚者为准', keep: '保存' },
  starts: { title: '接续预案', add: '做完后启动另一份预案', hint: '原文说要启动预案而没有写哪一份，就留空，会列为待确认', plan: '启动哪一份', open: '原文没有写，留空', what: '启动预案的说明', handsOver: '转过去：本预案未做的步骤不再适用' },
  dry: {
    title: '没有人动手，会怎样', given: '什么时候开始', day: '开始的日子', dayBefore: '前一天', dayAfter: '后一天', time: '时间', now: '现在', unpublished: '按周末推定', answers: '一开始就知道的', clear: '全部不答', noQuestions: '这份预案没有问题要答', unanswered: '不答',
    sum: '轮到{opens}步 · 超时{late}次 · 告知{told}次', faulty: '草稿有{count}处错误，改好后才能试运行。', running: '正在推演', start: '开始', opens: '轮到', limit: '到限', late: '超时', told: '告知', threshold: '时间', question: '要答', more: '之后还会一直重复，不再往下列。', end: '{time}之后没有事情再到期。', nothing: '没有答复问题，什么都不会轮到。',
  },
  diff: {
    title: '差异', between: '从', and: '到', from: '从哪一版', to: '到哪一版', draft: '草稿', count: '{count}处不同', isNew: '新预案，还没有可以对比的版本。', same: '两边完全相同。', reading: '正在对比', before: '原来', after: '改成', plan: '概要', facts: '问题', steps: '步骤', added: '新增', removed: '去掉', changed: '修改',
  },
  approve: {
    title: '批准：{plan}', says: '批准后，新启动的事件用这一版；正在处置的事件仍用它启动时的那一版，并提示有新版。', faulty: '还有{count}处错误，改好后才能批准：', changes: '与现行版有{count}处不同：', more: '另有{count}处，见“差异”', isNew: '新预案，{count}步', number: '版次', approvedBy: '批准人', approvedByHint: '姓名或职务', why: '为什么修订', whyHint: '例如：按演练总结缩短时限', by: '由{name}记录', yes: '批准，启用这一版', sending: '正在记下',
  },
  abolish: { title: '废止：{plan}', says: '废止后不再提出，也不能启动；正在处置的事件照旧进行，各版留在记录里。', why: '为什么废止', yes: '废止预案' },
  record: {
    title: '修订记录', number: '版次', kind: '类别', why: '原因', approvedBy: '批准人', by: '记录人', steps: '步骤', revision: '内容摘要', compare: '与前一版对比', made: '制定', revised: '修订', abolished: '废止', shipped: '随程序', shippedWhy: '随程序提供的文本', shippedName: '随程序提供的文本', name: '第{number}版 {date}', none: '还没有批准过任何一版。',
    runs: '正在执行：{name}', approved: '已批准，今后的事件用这一版。', keeps: '有{count}起事件仍用启动时的旧版。', noneKeeps: '没有事件在用旧版。',
  },
  make: { title: '新预案', how: '怎么开始', empty: '从头写', copy: '复制一份现有的', source: '复制哪一份', document: '放在哪个文件集', id: '编号', idHint: '例如 gas-leak；以后不能改', copyOf: '{title}（副本）', yes: '开始编写' },
  import: { there: '“{plan}”已经有草稿', thereSays: '草稿由{name}在{date} {time}保存。导入的文件会取代它；保存过的内容留在记录里。', replace: '用文件取代', refused: '没有导入' },
  export: { title: '导出：{file}', says: '这是现行版的文件，可以留存，也可以导入别的单位。', text: '预案文件的内容', save: '存为文件', copy: '复制内容', copied: '已复制' },
}

export type EditorWords = typeof editorZh
