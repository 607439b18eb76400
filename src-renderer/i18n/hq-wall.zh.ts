/** The words of the wall of HQ in Chinese. */
export const hqWallZh = {
  name: '值守 总部',
  head: {
    running: '进行中',
    late: '超时',
    drills: '演练',
    inTouch: '在线',
    of: '{count}/{all}',
  },
  stale: {
    again: '重连中',
    since: '{age} · 画面停在{time}',
    never: '还没有收到画面',
    broken: '画面出错，正在重新打开',
  },
  oneCopy: '只有一份：没有第二台数据库同步',
  trouble: {
    fork: '分叉',
    outOfTouch: '失联',
    stuck: '不能折算',
    differs: '数不一致',
  },
  region: {
    running: '{count}起',
    late: '超时{count}',
    outOfTouch: '失联{count}',
    fork: '分叉{count}',
    quiet: '无事',
    others: '另{count}区',
  },
  row: { due: '限{at}', drill: '演练', hurt: '伤亡', noMatter: '没有要办的' },
  rest: {
    label: '本页外{count}起',
    late: '超时{count}',
    near: '临近{count}',
    others: '另{count}起',
  },
  calm: {
    none: '没有在办的事件',
    unsure: '{count}个单位失联，那里以现场为准',
    noSites: '还没有单位与总部配对',
  },
  foot: { heard: '收到', lastHeard: '最后收到', page: '第{page}/{pages}页' },
  age: {
    seconds: '{count}秒前',
    minutes: '{count}分前',
    hours: '{count}时前',
    days: '{count}天前',
    none: '从未',
  },
  enter: {
    title: '总部大屏',
    says: '这块屏还没有通行码，或已被停用。',
    how: '请管理员在总部的“人员”页点“添加大屏”，把码输在这里。码用一次，之后这块屏自己认得。',
    code: '通行码',
    act: '进入',
    unknown: '这个码不对、用过了或已过24小时，请管理员再生成一个。',
    tooMany: '试得太频繁，等十几秒再试。',
    noContact: '总部没有回应，检查网络后再试。',
    looking: '正在联系总部…',
  },
}

export type HqWallWords = typeof hqWallZh
