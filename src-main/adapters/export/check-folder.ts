/** Looks whether files can be written into a folder, when it is named and not a month later. */
import { access, constants, stat } from 'node:fs/promises'
import { refuse, type Refusal } from '#shared/domain/decision.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { fileErrorReason } from '../file-errors.ts'

const folderUnusable = (folder: string, { zh, en }: LocalizedText): Refusal =>
  refuse(
    'folder-unusable',
    localized(
      `${folder}不能用：${zh}。请先建好或接好，或另选文件夹`,
      `${folder} cannot be used: ${en}. Make or connect it first, or choose another folder`,
    ),
  )

/** Rejects only with a fault of ours. */
export async function checkFolder(folder: string): Promise<Refusal | null> {
  try {
    const status = await stat(folder)
    if (!status.isDirectory()) throw Object.assign(new Error(folder), { code: 'ENOTDIR' })
    await access(folder, constants.W_OK | constants.X_OK)
    return null
  } catch (error) {
    const reason = fileErrorReason(error)
    if (!reason) throw error
    return folderUnusable(folder, reason)
  }
}
