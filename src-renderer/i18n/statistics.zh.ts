/** The words of the statistics page in Chinese; they are loaded with it. What each figure is stands with the figures themselves (domain/statistics/definitions.ts). */
export const statisticsZh = {
  again: '再算一次', countingFor: '正在统计，已{seconds}秒', asOf: '统计到{at}', stopped: '失去联系，不再更新', stale: '没有更新：{why}',
  print: '打印', monthly: '月报', none: '无', total: '合计', showAll: '全部{count}项', showLess: '只看前{count}项',
  period: {
    kinds: '统计期', month: '月', quarter: '季', year: '年', range: '起止日', pickMonth: '选月份', pickQuarter: '选季度', pickYear: '选年份', pickRange: '选起止日期', from: '开始日期', to: '结束日期', separator: '至',
    previous: '前一期：{name}', next: '后一期：{name}',
  },
  filter: {
    title: '筛选', site: '单位', siteSays: '一台值守就是一个单位', kind: '类别和类型', level: '响应级别', place: '地点', all: '全部', anyPlace: '全部地点', noPlace: '没有这样的地点', realOrDrill: '真实或演练',
    real: '真实事件', drills: '演练', set: '已筛选', clear: '清除筛选', drillsOnly: '只看演练：以下各数全是演练的，不是真实事件',
  },
  empty: { period: '本期没有事件。', filtered: '本期没有符合筛选的事件。', future: '这一期还没有开始。' },
  five: { incidents: '事件', met: '时限达成', late: '超时', first: '首报按时', drills: '演练', cases: '起', times: '次', noneDue: '没有到限的时限', explained: '已写原因{count}', reports: '续报{followUp}，终报{final}', apart: '不计入以上各数' },
  compare: { previous: '环比', lastYear: '同比', year: '本年', now: '本期', points: '点', small: '基数不足10，先列差数，括号内是百分比' },
  code: { category: '未分类', type: '未定类型', legal: '无对应', level: '未定', severity: '未判定', channel: '未登记', place: '未登记' },
  legal: { naturalDisaster: '自然灾害', accidentDisaster: '事故灾难', publicHealth: '公共卫生', socialSecurity: '社会安全' },
  box: {
    category: '类别和响应级别', categoryName: '类别', type: '类型', legal: '法定类别', trend: '13个月', trendSays: '突出的是本期', hours: '星期和时段', hoursSays: '格高为起数', place: '地点', channel: '接报渠道', severity: '事件等级', casualties: '伤亡和损失', answers: '原因和来由',
    times: '用时', clauses: '按条款的时限', late: '超时清单', alerts: '告警', reports: '信息报送', evidence: '证据、误报、补录', drills: '演练', falseReports: '误报', imported: '补录', loss: '直接经济损失（元）',
  },
  noAnswers: '本期没有回答过这类问题', noLimits: '本期没有到限的时限', noLate: '本期没有超时', noAlerts: '本期没有告警', noData: '本期没有数据',
  times: { mean: '平均', median: '中位', p90: 'P90', n: 'n', verify: '核实', activate: '启动', firstStep: '首步', contain: '控制', lift: '解除', close: '结案' },
  clause: { clause: '条款', says: '要求', plan: '预案', due: '到限', met: '达成', late: '超时', share: '达成率' },
  late: { at: '到限', incident: '事件', step: '步骤', clause: '条款', limit: '时限', over: '超出', owner: '负责', reason: '原因', running: '未结束', unexplained: '未写原因', more: '再看{count}次', shown: '列出最近{shown}次，共{count}次' },
  alert: {
    raised: '发出', acknowledged: '已确认', s60: '60秒内', s120: '120秒内', later: '120秒后', never: '无人确认', standing: '超过24小时', medianAck: '确认用时中位', p90Ack: '确认用时P90', floods: '涌现次数', floodMs: '涌现时长', peak: '10分钟内最多', perDay: '平均每天',
    priority: '优先级', frequent: '最多的步骤', step: '步骤', count: '次数',
  },
  report: { kind: '种类', first: '首报', followUp: '续报', final: '终报', due: '到限', onTime: '按时', late: '迟报', share: '按时率' },
  evidence: { kept: '登记的证据', mayGo: '其中可处理' },
  drill: { held: '本期演练', done: '已结束', see: '看演练的各项数字', seeReal: '回到真实事件' },
  behind: {
    total: '合计{total}，来自{incidents}起', none: '现在没有对应的事件', first: '列出最近{shown}起', all: '全部列出', when: '时间', incident: '事件', level: '级别', state: '状态', plans: '预案', late: '超时', times: '次数', noPlan: '没有预案', drill: '演练', imported: '补录', close: '关闭',
  },
}

export type StatisticsWords = typeof statisticsZh
