/**
 * Says why an assessment, an entry of a list or a piece of evidence is refused, in both languages,
 * and what to do instead.
 */
import { refuse, type Refusal } from '../../decision.ts'
import { localized, type LocalizedText } from '../../text.ts'
import { STATE_NAMES } from './names.ts'
import { WARNING_NAMES, type Warning } from './scales.ts'
import type { IncidentState } from './state.ts'

export const recordClosed = (state: IncidentState): Refusal =>
  refuse(
    'incident-over',
    localized(
      `事件${STATE_NAMES[state].zh}，记录不再更改`,
      `The incident is ${STATE_NAMES[state].en.toLowerCase()}: nothing more can be recorded on it`,
    ),
  )
export const nothingSaid = (): Refusal =>
  refuse('bad-input', localized('请至少填一项', 'Enter at least one of them'))
export const lossTwice = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '损失要么填合计，要么分项填；分项的合计由系统算',
      'Enter the loss either as a total or by its parts: the station adds up the parts',
    ),
  )
export const unknownAccidentKind = (code: string): Refusal =>
  refuse('bad-input', localized(`没有事故类型编码“${code}”`, `There is no accident code "${code}"`))
export const noChange = (what: LocalizedText): Refusal =>
  refuse('no-change', localized(`${what.zh}，无须更改`, `${what.en}: there is nothing to change`))
export const sameWarning = (warning: Warning): Refusal =>
  noChange(
    localized(
      `已经是${WARNING_NAMES[warning].zh}`,
      `It already is a ${WARNING_NAMES[warning].en.toLowerCase()}`,
    ),
  )
export const noLevels = (): Refusal =>
  refuse(
    'bad-level',
    localized(
      '还没有启动带响应级别的预案，请先启动',
      'No running plan has response levels: activate a plan first',
    ),
  )
export const noPrealertNow = (state: IncidentState): Refusal =>
  refuse(
    'bad-move',
    localized(
      `事件${STATE_NAMES[state].zh}，已过预警阶段；情况加重请调整响应级别`,
      `The incident is ${STATE_NAMES[state].en.toLowerCase()}, past the pre-alert: if it gets worse, change the response level`,
    ),
  )
export const noPrealert = (): Refusal =>
  refuse(
    'bad-move',
    localized(
      '事件不在预警中，无须解除',
      'The incident is not in pre-alert: there is nothing to end',
    ),
  )
export const noList = (title: LocalizedText): Refusal =>
  refuse('no-list', localized(`“${title.zh}”没有名单`, `"${title.en}" has no list to work through`))
export const registerOfPlaces = (title: LocalizedText): Refusal =>
  refuse(
    'bad-input',
    localized(
      `“${title.zh}”的名单是人员，不能用登记的地点；请逐个添加`,
      `The list of "${title.en}" is of people, and the register is of places: add them one by one`,
    ),
  )
export const registerEmpty = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '没有登记过地点，请逐个添加',
      'The register of places is empty: fill it first, or add the places one by one',
    ),
  )
export const nothingToList = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '没有添加：请填写名称；已在名单里的不再添加',
      'There is nothing to add: enter a name, unless the list already has them all',
    ),
  )
export const alreadyListed = (names: readonly string[]): Refusal =>
  refuse(
    'already-listed',
    localized(`名单里已有：${names.join('、')}`, `The list already has these: ${names.join(', ')}`),
    names,
  )
export const unknownItem = (item: string): Refusal =>
  refuse('unknown-item', localized(`名单里没有“${item}”这一项`, `The list has no entry "${item}"`))
