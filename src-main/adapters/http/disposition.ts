/** Tells a browser to keep a file, and under which name (RFC 6266). */

/** Left alone by encodeURIComponent, and no signs of a value by RFC 8187. */
const UNENCODED = /['()*]/g

/** For programs that know the old form alone: what of the name is plain. */
function plainName(fileName: string): string {
  const dot = fileName.lastIndexOf('.')
  const [stem, ending] = dot < 0 ? [fileName, ''] : [fileName.slice(0, dot), fileName.slice(dot)]
  const plain = stem.replace(/[^\w.-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '')
  return `${plain || 'file'}${ending.replace(/[^\w.-]/g, '')}`
}

/** The value of `content-disposition`. */
export function attachment(fileName: string): string {
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    UNENCODED,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plainName(fileName)}"; filename*=UTF-8''${encoded}`
}
