/** The words of the daily self-test in Chinese; they are loaded with the settings. */
export const selfTestZh = {
  title: '每日自检',
  says: '每天自动测一遍告警走的路：命令、时限引擎、推送、页面、画面、声音。屏上看不到、听不到，不算事件，不进统计。',
  begin: '现在自检',
  running: '正在自检，最多半分钟',
  never: '还没自检过。',
  last: '{time}自检，{outcome}。',
  passed: '通过',
  notPassed: '未通过',
  next: '下次{time}。',
  waits: {
    incident: '该自检了，有事件还没控制或有红色、橙色预警，结束后自动补做。',
    wall: '该自检了，没有大屏在线，有了就自动做。',
    storage: '该自检了，存盘失败，恢复后自动做。',
  },
  why: {
    incident: '有事件还没控制，或有红色、橙色预警',
    wall: '没有大屏在线',
    running: '正在自检',
    time: '时间写成10:00',
    same: '没有改动',
  },
  wall: '大屏',
  unnamed: '没起名的屏 {size}',
  stage: {
    command: '命令',
    engine: '时限引擎',
    stream: '推送',
    dom: '页面',
    picture: '画面',
    tone: '声音',
  },
  outcome: { passed: '通过', failed: '没通过', unreached: '没测到' },
  level: '{level}分贝',
  todo: {
    stream: '看网线和浏览器，重新打开大屏',
    dom: '刷新页面，关掉挡住它的窗口和提示',
    picture: '把浏览器窗口放到最前，不要最小化；还不行就重启浏览器',
    tone: '到屏前点一下，检查声音输出设备',
  },
  do: '怎么办',
  absent: '没参加（没有打开）：{names}',
  proves:
    '通过了，说明到浏览器、到音箱之前都是好的。屏幕亮不亮、音箱响不响，要靠人看、靠人听：每班在“交接班”里按一次“听到了”。',
  time: '每天几点自检',
  aloud: '每班开始时再测一次，声音放出来',
  save: '保存自检时间',
  saved: '已保存',
  row: {
    passed: '自检{time}通过',
    failed: '自检{time}未通过：{stages}',
    absent: '{time}自检没参加',
  },
  and: '、',
}

export type SelfTestWords = typeof selfTestZh
