/** How a file is called that somebody hands over, as long as the record takes it. */

/** Signs; of a longer name the end is kept, which says what kind of file it is. */
export const LONGEST_FILE_NAME = 200
export const fileName = ({ name }: Pick<File, 'name'>): string => name.slice(-LONGEST_FILE_NAME)

/** A picture from the clipboard has no name: it gets one of its digest (`fileId`). */
export const attachedName = (
  file: Pick<File, 'name'>,
  { fileId, format }: { fileId: string; format: string },
): string => fileName(file) || `${fileId.slice(0, 8)}.${format}`
