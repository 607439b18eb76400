/** The words of the bar that makes files, in Chinese; they come with it. */
export const exportZh = {
  title: '导出',
  withReasons: '含超时原因和整改内容',
  making: '正在生成{format}',
  lines: '，{done} / {of}行',
  parts: '，{done} / {of}项',
  cancel: '取消',
  again: '重新下载',
  got: '已交给浏览器：{file}',
  saved: '已保存：{file}',
  notSaved: '没有保存；文件还在，可重新下载',
  hint: '导出为{format}',
}
