/** Why something is not done with a drill, and what to do instead. */
import { refuse, type Refusal } from '../decision.ts'
import { localized } from '../text.ts'
import type { DrillState } from './drill.ts'

export const unknownDrill = (): Refusal =>
  refuse('unknown-drill', localized('没有这次演练', 'There is no such drill'))

const NOT_NOW: Readonly<Record<DrillState, ReturnType<typeof localized>>> = {
  planned: localized('演练还没有开始', 'The drill has not started yet'),
  running: localized('演练已经开始，先结束它', 'The drill is running: end it first'),
  ended: localized('演练已经结束', 'The drill has ended'),
  evaluated: localized('演练已经评估', 'The drill has been evaluated'),
  'broken-off': localized(
    '演练中止了，请另行安排一次',
    'The drill was broken off: arrange another one',
  ),
  'called-off': localized(
    '演练已取消，请另行安排一次',
    'The drill was called off: arrange another one',
  ),
}
/** What a drill in this state does not take. */
export const notInThisState = (state: DrillState): Refusal => refuse('drill-state', NOT_NOW[state])

export const ofNoPlan = (): Refusal =>
  refuse(
    'drill-state',
    localized(
      '演练里没有启动过预案，不算哪一份预案的演练（应急预案管理办法第三十三条要求的是应急预案演练）',
      'No plan ran in it, so that it is a drill of none: Order 88, art. 33 asks for drills of plans',
    ),
  )
export const declaredOfOther = (): Refusal =>
  refuse(
    'drill-state',
    localized(
      '只有桌面演练可以在桌上过一遍预案；别的演练要先启动预案，请另行安排一次',
      'Only a desk drill goes through its plan at the table; others start it: arrange another one',
    ),
  )
export const notPlayedOut = (): Refusal =>
  refuse(
    'drill-state',
    localized(
      '只有接报时作为演练报告、办到结案的，才能计为演练；三分钟演练不算',
      'Only a drill that was reported as such and closed can count; a three-minute drill does not',
    ),
  )
export const countedAlready = (): Refusal =>
  refuse('no-change', localized('这次演练已经有记录', 'This drill has its record already'))
export const evaluatesOneself = (): Refusal =>
  refuse(
    'same-person',
    localized(
      '组织人和评估人不能是同一个：自己组织的自己评，看不出问题。请换一个人评估；同一岗位有几个人的，写姓名',
      'Whoever leads the drill cannot evaluate it: name somebody else; of one post with several people, name the persons',
    ),
  )
export const takesPartTwice = (names: readonly string[]): Refusal =>
  refuse(
    'bad-input',
    localized(
      `参演人员里写了两次：${names.join('、')}。一个人写一行，兼几个岗位的，写主要的那个`,
      `Twice among those who take part: ${names.join(', ')}. Give each person one row, with the main post`,
    ),
    ['participants'],
  )
export const dayGone = (): Refusal =>
  refuse('bad-input', localized('演练日期不能早于今天', '`day` must not lie before today'))
export const setBackOfOther = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '只有桌面演练可以推演，把事发时间往前移',
      'Only a desk drill sets the event back (`setBackMs`)',
    ),
  )
export const nothingNew = (): Refusal =>
  refuse('no-change', localized('内容没有变', 'It is so already'))
export const unknownInject = (): Refusal =>
  refuse('unknown-inject', localized('没有这条情景', 'There is no such inject'))
export const injectOver = (): Refusal =>
  refuse(
    'inject-over',
    localized('这条情景已经给出或跳过', 'This inject was delivered or skipped already'),
  )
export const unknownFinding = (): Refusal =>
  refuse('unknown-finding', localized('没有这个问题', 'There is no such finding'))
export const unknownParticipant = (): Refusal =>
  refuse('unknown-participant', localized('参演名单里没有这个人', 'Nobody of that id took part'))
export const scoreLacking = (titles: readonly string[]): Refusal =>
  refuse('score-needed', localized('每一项都要打分', 'Every item needs its score'), titles)
export const changedWithoutReason = (titles: readonly string[]): Refusal =>
  refuse(
    'reason-needed',
    localized(
      '改了系统建议的分，要写原因',
      'A score that differs from the proposal needs its reason',
    ),
    titles,
  )
export const replacedWithoutReason = (): Refusal =>
  refuse('reason-needed', localized('重新评估要写原因', 'To replace the evaluation, say why'))
export const unknownItem = (): Refusal =>
  refuse('bad-input', localized('评分里有不存在的项目', '`scores` names an item that there is not'))
export const reportedAhead = (): Refusal =>
  refuse(
    'bad-input',
    localized('报送日期要在演练之后、今天之前', '`day` must lie between the drill and today'),
  )
