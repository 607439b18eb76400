/** The words of the list of incidents behind a figure. */
export const drillDownZh = {
  again: '重新统计',
  total: '合计{total}，来自{incidents}起',
  none: '现在没有对应的事件',
  first: '列出最近{shown}起',
  all: '全部列出',
  when: '时间',
  incident: '事件',
  level: '级别',
  state: '状态',
  plans: '预案',
  late: '超时',
  times: '次数',
  noPlan: '没有预案',
  drill: '演练',
  imported: '补录',
  close: '关闭',
}
export type DrillDownWords = typeof drillDownZh
