/**
 * Refuses at once a data folder that cannot be had: a program that only writes its log there would
 * never say so.
 */
import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { fileErrorReason } from '../../src-main/adapters/file-errors.ts'
import { makeFolder } from '../../src-main/adapters/make-folder.ts'
import { Stop } from './say.mjs'

const NO_PLACE = { zh: '此处不能建立目录', en: 'no folder can be created there' }

/** @param {string} data */
function hasReadableRecord(data) {
  try {
    accessSync(join(data, 'journal.db'), constants.R_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Makes the data folder if need be; throws `Stop` (74) where none can be. One in which nothing can
 * be written, but which has a record, passes: the station knows what to do.
 * @param {string} data
 */
export function requireFolder(data) {
  try {
    makeFolder(data)
    accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    if (hasReadableRecord(data)) return
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    const reason = code === 'ENOENT' ? NO_PLACE : fileErrorReason(error)
    if (!reason) throw error
    throw new Stop(
      `数据目录${data}不能用：${reason.zh}。请用--data另选`,
      `The data folder ${data} cannot be used: ${reason.en}. Choose another one with --data`,
      74,
    )
  }
}
