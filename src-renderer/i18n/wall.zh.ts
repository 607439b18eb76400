/** The wall's own words, Chinese. States, stages and levels are in ui/glossary.ts. */
export const wallZh = {
  product: '值守',
  head: {
    running: '进行中',
    late: '超时',
    drills: '演练',
    drillsOnly: '演练 演练 演练',
    lost: '失去联系',
    stopped: '停在 {time}',
    never: '尚未联系到值守站',
    signedOut: '链接已失效',
    signedOutDo: '请用控制台给出的大屏地址重新打开',
    page: '第{page}/{pages}页'
  },
  columns: {
    level: '级别',
    left: '剩余时间',
    dueAt: '到限时刻'
  },
  row: {
    elapsed: '已{time}',
    since: '{time}起',
    next: '下一步',
    late: '超时',
    noPlan: '尚无预案',
    several: '等{count}人',
    others: '等',
    number: '{count}人'
  },
  calm: {
    clear: '无事件',
    since: '距上一起',
    days: '天',
    none: '无记录'
  },
  month: {
    name: '{month}月',
    count: '{count}起',
    none: '本月无事件',
    met: '时限达成',
    noLimits: '本月尚无到限',
    drills: '演练{count}次，另计',
    rest: '其余',
    byCategory: '本月事件按类别'
  },
  foot: {
    notice: '公告',
    contact: '联系',
    lastContact: '最后联系',
    quiet: '暂无公告',
    blocked: '声音被阻止',
    silent: '本机无声音',
    storage: '存储失败：新记录没有保存',
    holidays: '{year}年节假日安排未公布',
    demo: '演示数据'
  },
  replay: {
    mark: '回放 REPLAY',
    speed: '{speed}倍速',
    paused: '暂停',
    now: '此刻{time}',
    keys: '空格 播放，←→ 步骤，↑↓ 快慢'
  }
}

export type WallMessages = typeof wallZh
