/** Why no three-minute drill begins, beside a desk that is not calm. */
import { refuse, type Refusal } from '../decision.ts'
import { localized } from '../text.ts'

export const nothingToDrill = (): Refusal =>
  refuse(
    'unknown-plan',
    localized('还没有可演练的预案', 'The site has no plan yet that could be drilled'),
  )
