/**
 * Numbers by which a person is reached or known. What is kept in clear for ever, as a draft of a
 * plan is, holds none of them (docs/privacy.md).
 */

/** Mobile numbers of mainland China: 11 digits that begin with 1 and 3 to 9. */
const MOBILE = /(?<!\d)1[3-9]\d(?:[-\s]?\d{4}){2}(?!\d)/g
/** Numbers of identity cards: 17 digits and a check character. */
const IDENTITY = /(?<!\d)[1-9]\d{5}(?:19|20)\d{9}[\dXx](?![\dXx])/g

/** Whether this is a mobile number and nothing else: somebody's own, and no public one. */
export const isMobile = (number: string): boolean => number.match(MOBILE)?.[0] === number

/** The text with a word in the place of each. */
export const withoutNumbersOfPersons = (text: string): string =>
  text.replace(IDENTITY, '（号码略）').replace(MOBILE, '（号码略）')

export const hasNumberOfPerson = (text: string): boolean => withoutNumbersOfPersons(text) !== text
