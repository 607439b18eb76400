/** The document's own words around the reason for which a limit was late. */
import { localized } from '../text.ts'

export const NOT_GIVEN = localized('未说明', 'not given')
/** Stands between what the document says and what somebody wrote. */
export const AFTER = localized('；', '; ')
