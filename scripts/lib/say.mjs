/** Says a line to a person, Chinese first, then English. Scripts print by this file alone. */

/** @param {string} zh @param {string} en */
export const line = (zh, en) => `${zh}  ·  ${en}`

/** @param {string} zh @param {string} en */
export const say = (zh, en) => console.log(line(zh, en))

/** An end that a person can do something about: shown as one line, without a stack. */
export class Stop extends Error {
  /** @param {string} zh @param {string} en @param {number} [code] exit code, 1 if left out */
  constructor(zh, en, code = 1) {
    super(line(zh, en))
    this.code = code
  }
}
