/** Reads regions as somebody types them: parted by 、 or commas; nothing means every region. */
export function regionsIn(words: string): string[] | null {
  const names = words.split(/[、,，]/).flatMap((word) => word.trim() || [])
  return names.length > 0 ? names : null
}
