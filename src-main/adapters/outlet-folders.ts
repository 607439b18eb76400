/** Puts announcements as text files into folders of the site, whole or not at all. */
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { refuse } from '#shared/domain/decision.ts'
import { localized } from '#shared/domain/text.ts'
import type { OutletFolders } from '#main/core/ports.ts'
import { fileErrorReason } from './file-errors.ts'

export const outletFolders: OutletFolders = {
  async put(folder, name, text) {
    const [half, whole] = [join(folder, `.${name}.part`), join(folder, name)]
    try {
      await writeFile(half, text, 'utf8')
      await rename(half, whole)
      return null
    } catch (error) {
      const reason = fileErrorReason(error)
      if (!reason) throw error
      await rm(half, { force: true }).catch(() => undefined)
      return refuse(
        'file-not-written',
        localized(
          `没能写入${folder}：${reason.zh}`,
          `It could not be written into ${folder}: ${reason.en}`,
        ),
      )
    }
  },
}
