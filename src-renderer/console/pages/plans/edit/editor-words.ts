/** The words of the editor, typed; they come with it and not before. */
import { useMoreWords } from '#renderer/i18n/index.ts'
import { editorEn } from '#renderer/i18n/editor.en.ts'
import { editorZh } from '#renderer/i18n/editor.zh.ts'

export const useEditWords = () => useMoreWords('editor', editorZh, editorEn)
