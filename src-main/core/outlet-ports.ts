/** The interface of the folders into which announcements of the site go. */
import type { Refusal } from '#shared/domain/decision.ts'

/** The folders of the site out of which a program of its own takes announcements. */
export interface OutletFolders {
  /**
   * Puts a text under its name into a folder (whole path), so that nobody there ever reads half of
   * it; one of the same name gives way. `file-not-written` says why it could not.
   */
  put(folder: string, name: string, text: string): Promise<Refusal | null>
}
