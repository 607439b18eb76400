/** The words of the safe page, which has no framework that would look them up. */
import { localized } from '#shared/domain/text.ts'

export const SAFE_WORDS = {
  title: localized('简易页面', 'Plain page'),
  mending: localized('画面出错，正在重新打开…', 'The page has failed and is being opened again…'),
  why: localized(
    '大屏画面出错，先用这一页',
    'The page of this wall has failed; this one stands in',
  ),
  since: localized('{time}起', 'since {time}'),
  again: localized('{time}再试', 'tried again at {time}'),
  trying: localized('正在试着恢复', 'being tried again now'),
  running: localized('进行中', 'Running'),
  late: localized('超时', 'Late'),
  drills: localized('演练', 'Drills'),
  drill: localized('演练', 'DRILL'),
  calm: localized('没有进行中的事件', 'Nothing is running'),
  calmThen: localized('失去联系前没有进行中的事件', 'Nothing was running when contact was lost'),
  lost: localized('失去联系', 'No contact'),
  stopped: localized('停在 {time}', 'as of {time}'),
  unheard: localized('还没有收到值守站的数据', 'Nothing has come from the station yet'),
  refused: localized(
    '这块大屏的地址失效了，请在控制台重新复制',
    'The address of this wall is no longer valid: copy it again at the console',
  ),
  undrawn: localized('这一行画不出来，请看控制台', 'This row cannot be drawn: see the console'),
  failed: localized(
    '这一页也画不出来，请看控制台',
    'This page cannot be drawn either: see the console',
  ),
  call: localized('请联系{post}', 'Call {post}'),
  administrator: localized('系统管理员', 'the administrator'),
  contact: localized('联系 {time}', 'Contact {time}'),
  emergency: localized(
    '应急记录，原记录还有{count}起没接管',
    'Emergency record; not taken over from the other one: {count}',
  ),
  silent: localized('这一页没有声音', 'This page makes no sound'),
  placeHidden: localized('地点不公开', 'Place not shown'),
  command: localized('指挥', 'Command'),
  others: localized('等', ' +{more}'),
  roomLeft: localized('值班室已撤离', 'Control room evacuated'),
  roomSince: localized('{}起', 'since {}'),
  roomTaken: localized('{}接手', 'taken over at {}'),
  roomCall: localized('联系{}', 'call {}'),
  due: localized('{time}到', 'due {time}'),
} as const
