/** The words of the history pages in Chinese; they are loaded with them. */
export const historyZh = {
  join: '、', title: '历史', again: '再读一次',
  list: {
    total: '共{count}起', search: '搜索历史事件', searchHint: '地点、预案、类型或原话，可用拼音或首字母', said: '原话中', noPlan: '没有预案', imported: { counted: '补录', withdrawn: '补录已撤回' },
    when: '时间', level: '级别', what: '地点和类型', plans: '预案', state: '状态', late: '超时', more: '接着读更早的',
    empty: '还没有事件。接报之后，事件和演练都列在这里。', import: '补录以前的',
    none: '没有找到。少打几个字，或放宽日期和筛选再试；', all: '看全部',
  },
  filter: {
    title: '筛选', from: '从', to: '到', type: '类型', level: '级别', state: '状态', drill: '真实或演练', any: '不限', all: '全部', noType: '类型待定', whole: '{name}（整类）',
    running: '进行中', over: '已结束', both: '真实和演练', real: '只看真实', drills: '只看演练', clear: '清除筛选',
  },
  record: {
    title: '事件记录', now: '到“当前”处置', replay: '回放', print: '打印', withWords: '打印和导出带个人信息', reported: '接报', took: '历时{elapsed}', running: '还在进行', overview: '概况', noPlan: '没有启动预案，也就没有步骤',
  },
  replay: {
    title: '回放', mark: '回放 REPLAY', watermark: '回放 REPLAY 回放', controls: '回放控制', previous: '上一步', next: '下一步', play: '播放', pause: '暂停', space: '空格', speed: '速度', place: '回放到哪里', moment: '第{at}步，共{of}步',
    says: '这是已经发生过的事，按当时的记录重放，供讲评：不响声音，不记任何东西，不含来电人的话和姓名。真实的告警照常显示在上方。', wall: '在大屏上放', alert: '告警', unacknowledged: '未确认',
  },
}

export type HistoryWords = typeof historyZh
