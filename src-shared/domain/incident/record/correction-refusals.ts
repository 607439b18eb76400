/** Says why a correction is refused, in both languages, and what to do instead. */
import { refuse, type Refusal } from '../../decision.ts'
import { localized, type LocalizedText } from '../../text.ts'

export const toldOfNothingDone = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '补记完成时间只用于“已完成”和“此前已完成”',
      'A time of completion belongs to what is done, or was done already',
    ),
  )
export const toldAhead = (): Refusal =>
  refuse(
    'bad-input',
    localized('补记的完成时间晚于现在，请核对', 'The time of completion is ahead: check it'),
  )
export const toldBeforeReport = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '补记的完成时间早于发生和接报，请核对',
      'The time of completion is before the occurrence and the report: check it',
    ),
  )
export const toldBefore = (title: LocalizedText): Refusal =>
  refuse(
    'bad-input',
    localized(
      `补记的完成时间早于它之前的“${title.zh}”，请核对`,
      `The time of completion is before that of "${title.en}", which comes first: check it`,
    ),
  )
