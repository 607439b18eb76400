/** The words of the editor, typed; they come with it and not before. */
import { useMoreWords } from '../../../i18n/index.ts'
import { editorEn } from '../../../i18n/editor.en.ts'
import { editorZh } from '../../../i18n/editor.zh.ts'

export const useEditWords = () => useMoreWords('editor', editorZh, editorEn)
