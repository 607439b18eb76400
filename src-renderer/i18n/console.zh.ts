/** The console's own words in Chinese. Words of states, stages and levels are not here: they stand in ui/glossary.ts. */
export const consoleZh = {
  name: '值守',
  title: '值守控制台',
  join: '、',
  stop: '。',
  page: { now: '当前', history: '历史', plans: '预案', statistics: '统计', site: '设置', menu: '页面', contents: '本页目录', loading: '正在读取', waiting: '{count}条告警未确认' },
  top: {
    nobody: '未登录', who: '谁在值班：{name}。点击更换', demo: '演示数据', language: 'EN', languageSays: '换成英文', light: '亮色', dark: '暗色', themeSays: '更换配色',
  },
  sign: {
    title: '谁在值班', says: '从现在起，这个控制台记下的每一步都写这个人的名字，直到换人；以前的记录不变。', name: '姓名', hint: '输入姓名，或从值班表里选', roster: '值班表里的人', save: '由此人值班', end: '不写姓名，只写“{name}”',
  },
  banner: {
    signedOut: '未登录', signedOutDo: '在运行npm start的终端里按回车，就会打开已登录的控制台；终端已关，就再运行一次npm start。桌面版请从托盘图标重新打开。新链接也可以直接粘贴到地址栏。', asOf: '以下是{time}的情况，不再计时',
    lost: '失去联系', lostFor: '已{elapsed}，{time}起', connecting: '正在连接值守站',
    lostDo: '以下为当时的情况，不再计时。程序会自行重连；请用电话和纸笔继续处置，并查看值守站是否在运行。',
    connectingDo: '若一直连不上，请查看值守站是否在运行；桌面版请从托盘图标重新打开。',
    storage: '存盘失败，目前什么都记不下',
    storageDo: '告警照常。请腾出磁盘空间或换盘；在此之前用纸笔记下时间、人员和处置。',
    reportReady: '{month}月报的草稿已自动生成。', reportOpen: '打开', reportNoted: '知道了',
    unpublished: '{year}年节假日安排未公布：假日时限按周末和法定节日计，公布后请更新日历。',
  },
  foot: {
    saved: '已存盘', walls: '大屏', noWalls: '未接', wallLost: '{count}块失联，{time}起，请去看一眼', wallSilent: '{count}块没有声音',
    sound: '声音', test: '试听', help: '帮助',
    soundOn: '开', soundBlocked: '没有响：点一下页面；仍不响请查音箱和系统音量', soundOff: '本机不能发声：请接音箱，其间盯住告警栏',
  },
  intake: {
    label: '接报', placeholder: '说出地点和情况，例如“政务大厅二楼冒烟”', anywhere: '随时开始', choose: '选', activate: '启动', activateDrill: '启动演练', space: '空格', clear: '清空',
    place: '地点', drill: '演练', drillSays: '本次为演练：不计入统计，不要真的拨打外部电话',
    drillToggle: '这是一次演练', later: '先接报，稍后定预案', laterWhy: '只记地点和情况，马上开始计时',
    none: '没有听出与现有预案对得上的词。说出发生了什么再试，例如“冒烟”“热线打不进”“充值机坏了”；', noneDo: '或者按Enter或Ctrl+Enter先接报，地点和情况照记，预案稍后再选。',
    asking: '正在找预案', steps: '{count}步', sending: '正在接报', sent: '已接报，但预案没有启动',
    similar: '相近的事件正在处置，请看是不是同一起', proposals: '建议的预案', dismiss: '知道了',
  },
  list: {
    title: '进行中', more: '还有{count}起', late: '超时', drills: '演练', order: '按最近时限', none: '没有进行中的事件', closed: '已结案，待归档', onDuty: '在岗', noRoster: '没有值班表，不显示在岗人员', unknown: '还没有读到',
    lateName: '{name} 超时', lateIn: '（{count}起）',
  },
  calm: {
    title: '没有进行中的事件', do: '接到电话，按F2，写下地点和情况', days: '距上一起事件{days}天', never: '还没有处置过事件', month: '本月{count}起',
    drills: '演练{count}次，不计入', loading: '正在连接', unknown: '现在不知道有没有事件和告警',
  },
  head: {
    record: '看记录', since: '{time}起', elapsed: '已{elapsed}', took: '历时{elapsed}，{time}结案', commander: '总指挥 {name}', noPlan: '还没有预案', incomplete: '原文不全',
    more: '更多', readPlan: '看这份预案', newer: '有新版', stage: '{stage}阶段', reporter: '报告人 {name}',
  },
  confirm: {
    awaits: '先行启动，待确认：{role}', confirmed: '{by}已确认', yes: '确认启动', no: '不予确认…',
    title: '不予确认：{plan}', says: '预案到此终止：未做的步骤记为不适用，已做的记录保留。', why: '为什么不予确认', end: '终止预案',
  },
  proposed: { title: '建议启动', activate: '启动', dismiss: '不采纳' },
  drill: { mark: '演练 演练 演练', dial: '演练，不要真的拨打', say: '演练 演练 演练。' },
  next: {
    title: '下一步', chosen: '选中的步骤', back: '回到下一步', clause: '依据 {clause}', waiting: '已等{elapsed}', limit: '时限', startsBefore: '：', startsWithStep: '“{what}”做完后开始计时', startsWithFact: '答复“{what}”后开始计时', life: '保命', proposed: '建议，非原文',
    prohibits: '禁止', required: '结案前必做', called: '已拨打，记下', done: '已完成，记下', byAnother: '别人已做', notApplicable: '不适用…', skip: '跳过…', behalf: '代为记录…',
    other: '其他结果…', sending: '正在记下', noNumber: '号码未登记', materials: '物资', list: '逐一处理{of}，顺序：{order}', say: '照着说', also: '还要打', or: '或',
    none: '没有待办步骤', noneDo: '情况稳定后，可以变更事件状态', waits: '还有{count}步在等答复或前一步', explainFirst: '还有{count}步要写原因才能结案',
    over: '事件已结案', overDo: '核对处置过程后归档', noPlan: '还没有预案，先选一份', noPlanDo: '接报已记下并开始计时。选一份预案启动：', allPlans: '全部预案',
    finished: '{outcome} {by} {time}', correct: '更正', explain: '写原因', acceptedBy: '{name}已签收',
    behalfOf: '由{person}经{channel}报告', notYet: '还轮不到：{what}', early: '现在也可以先做并记下', starts: '做完后启动《{plan}》', handsOver: '做完后转入《{plan}》，本预案到此为止', startsOpen: '做完后要启动的预案，原文没有写明：{what}', startsGone: '做完后要启动的预案，预案库里没有：{what}', notStarted: '没有启动预案：{why}',
    confirms: '做完即确认先行启动', repeats: '每{every}一次，直到{until}', times: '已做{count}次，上次{time}', timesLate: '其中{count}次超时',
    reason: '原因：{reason}', hiddenNow: '按目前的回答，这一步不适用', day: '按{day}计',
  },
  steps: {
    title: '各组步骤', done: '已做{count}', skipped: '跳过{count}', todo: '待做{count}', answerKeys: '答题', waitAnswer: '等答复', waitStep: '等前一步',
    doneTitle: '已做的步骤 {count}', hiddenTitle: '不适用的步骤 {count}', none: '预案启动后，步骤列在这里', outOfOrder: '提前完成',
    change: '改答', keep: '不改', confirm: '确认', noneOfThem: '都没有', record: '记下', question: '问题', unanswered: '未答', answered: '{by} {time}', criterion: '判断：{criterion}',
    doneBy: '{by} {time}', number: '填数字，不小于零',
  },
  timeline: { title: '处置过程', add: '补记', none: '还没有记录', note: '补记', notePlaceholder: '写下看到、听到、做过的事', save: '记下', cancel: '取消', purged: '（内容已按规定清除）' },
  move: {
    verifying: '开始核实', assessing: '开始研判', contained: '已控制', lifted: '解除响应', recovering: '转入善后', closed: '结案', archived: '归档', falseReport: '认定误报',
    addPlan: '加一份预案', switchPlan: '改用预案',
    confirmLifted: '解除响应：{what}', confirmClosed: '结案：{what}', confirmArchived: '归档：{what}', confirmFalseReport: '认定误报：{what}',
    saysLifted: '解除后不能退回，也不能再加预案；对外公告随之停止。未做的步骤和时限照旧。', saysClosed: '结案后不再计时和告警，未做的可选步骤记为不适用。', saysArchived: '归档后离开控制台和大屏，记录保留。', saysFalseReport: '认定误报后不计入事件数，记录保留，时限和告警取消。',
    blocked: '还不能结案，先完成或说明这些步骤：', whyFalseReport: '凭什么认定误报', whyClosed: '没有启动预案，为什么结案', yes: '确认{what}',
  },
  plan: {
    title: '给{place}选预案', choose: '预案', search: '输入预案名', level: '响应级别', levelDefault: '按预案默认', commander: '总指挥', commanderHint: '不填则按预案',
    supersedes: '取代', supersedesNone: '不取代，一并执行', provisional: '先行启动，等确认', activate: '启动预案', running: '执行中', none: '没有符合的预案',
    supersedesSays: '被取代预案中未做的步骤记为不适用。',
  },
  outcome: {
    title: '记录：{step}', which: '结果', accepted: '已签收，正在做', done: '已完成', 'already-done': '别人已做，此前已完成', 'not-applicable': '不适用', skipped: '跳过',
    reason: '原因', reasonNeeded: '跳过须写原因', reasonLife: '保命步骤不适用，须写原因', reasonList: '名单还有{count}项未标记，须写原因', reasonOptional: '可不填', behalf: '替别人记录', person: '谁报告的', personHint: '姓名或岗位', channel: '怎么报的', words: '原话',
    channels: { phone: '电话', radio: '对讲机', face: '当面', message: '消息' }, save: '记下',
  },
  assess: {
    open: '研判…', title: '研判：{what}', casualties: '伤亡人数', unknown: '未统计', loss: '直接经济损失（元）', severity: '事件等级', severityUnset: '未判定', suggested: '按人数和损失建议：{severity}', take: '采用',
    level: '响应级别', levelUnset: '未定', warning: '预警', warningNone: '不在预警', impact: '影响', staff: '受影响员工', customers: '受影响顾客', interrupted: '服务中断（分）', operating: '营业状态', operatingUnset: '未说明',
    reason: '说明', reasonLower: '降低响应级别须写原因', reasonOptional: '可不填', save: '记下', badNumber: '只能填不小于零的整数', badAmount: '只能填不小于零的数', people: '{count}人', yuan: '损失{yuan}元', down: '服务中断{elapsed}', staffCount: '员工{count}人', customerCount: '顾客{count}人',
    graded: '事件等级{severity}', hint: '建议等级{severity}，未判定',
  },
  worklist: {
    title: '名单', counts: '已办{done}，共{total}', unmarked: '{count}项未标记', none: '名单还是空的：先逐个加入', size: '{size}户', helper: '陪同 {name}', by: '{by} {time}', purged: '（姓名已按规定清除）', again: '改标记', notReached: '未办到…', whyNot: '为什么未办到：{name}',
    name: '名称', person: '姓名', sizeField: '客户数', helperField: '谁陪同', add: '加入', register: '从登记册加入',
  },
  evidence: {
    needed: '留存证据：{what}，保存{days}天或到结案，以晚者为准', record: '记录证据…', title: '记录证据：{step}', what: '什么', kind: '种类', place: '存放在哪里', keeper: '保管人', keeperHint: '可不填', save: '记下',
    at: '存放{place}', keptBy: '保管人 {name}', until: '保存到{date}', untilClosed: '保存到结案，至少{days}天', mayGo: '保存期满', drill: '演练，不计保存期',
  },
  reason: { explain: '为什么超时或跳过：{step}', correct: '更正：{step}', correctSays: '原记录保留，步骤重新打开，时限照旧。', why: '原因', save: '记下', cancel: '取消' },
  alerts: {
    title: '告警', recent: '10分钟内{count}条', unacknowledged: '{count}未确认', acknowledgedCount: '{count}已确认', drills: '演练{count}', more: '还有{count}条', none: '没有告警', noneDo: '超时的步骤会在这里响', acknowledge: '确认', silence: '静音60秒', silenced: '已静音，还剩{left}',
    nextIn: '未确认：{left}后转{role}', nextNow: '未确认：正在转{role}', acknowledged: '{by} {time}已确认', nextAfter: '{time}转{role}', limit: '限{limit}', told: '已告知{who} {time}', skipped: '{roles}无人在岗，已跳过',
    flood: '告警密集，按事件归组', open: '看这一步', noNext: '已到最高一级',
  },
  calls: { title: '要打的电话', more: '还有{count}个', none: '没有要打的电话', noneDo: '选中事件后，步骤里的电话和负责人列在这里', done: '已打 {time}', noNumber: '号码未登记' },
  help: {
    title: '按键', intake: '接报，在哪里都行', activate: '接报时：按选中的建议接报并启动预案', choose: '接报时：换一条建议', reportOnly: '接报时：只接报，稍后定预案', place: '接报时：到地点和演练开关；演练开关用空格切换',
    clear: '接报时：清空；看别的步骤时：回到下一步；看预案时：退回上一级', record: '记下当前这一步', outcomes: '当前这一步的其他结果：签收、别人已做、不适用、跳过、代为记录', answer: '回答步骤里的问题，数字标在选项上',
    note: '补记一条', moves: '推进事件（控制、解除、结案、归档）', acknowledge: '确认最上面的告警', silence: '最上面的告警静音60秒', incident: '换到第几起事件', period: '统计里：前一期、后一期', page: '换页面', help: '这张表',
    more: '步骤列表中用↑↓移动，Enter选中。所有按钮都能用Tab走到。', ime: '拼音没选完时按键不起作用；选完后0.3秒内的Enter也不算。', close: '关闭',
  },
  refusal: {
    hide: '收起',
    advice: {
      'no-contact': '等上方横条消失再做；其间用纸笔记下', 'no-answer': '先看处置过程里有没有，再决定要不要重做', 'not-signed-in': '按上方横条登录',
      'storage-failed': '按上方横条处理', conflict: '画面已更新，看清后再按一次', internal: '换个办法做，并告诉管理员时间', forbidden: '请让值班员操作', 'step-finished': '处置过程里有是谁、何时记的',
      'alert-acknowledged': '不用再确认', 'unknown-alert': '不用再确认', 'already-running': '在步骤列表里继续', other: '按提示改正后再做一次',
    },
  },
  missing: {
    place: '地点待核', narrative: '情况待报', reporter: '报告人待问', channel: '来源待问', type: '类型待定', kind: '类型待定', level: '级别未定', commander: '总指挥未定', time: '时间待核', site: '单位', dispatcher: '姓名', phone: '本台电话',
  },
}

export type ConsoleWords = typeof consoleZh
