/**
 * What the scripts say to a person: one line, Chinese first, then English. Nothing else is written
 * by this file.
 */

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
