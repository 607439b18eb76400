/** The words of the page that brings in incidents of the past, in Chinese; they are loaded with it. */
export const importZh = {
  title: '补录历史事件', back: '设置', join: '、', row: '第{row}行', more: '另有{count}行未列出', none: '不归类',
  says: '把以前的台账变成历史事件：按发生的月份计入统计，可与去年同期比较；没有时限，不告警，不上大屏，处处标明“补录”。文件只在本页读取，按“导入”之前什么也不写。',
  file: {
    title: '文件', choose: '选择CSV或XLSX文件', other: '换一个文件', hint: '最多20MB、5万行；XLSX读第一张表', reading: '正在读：{rows}行', cancel: '停止', rows: '{file}，{count}行', encoding: '文字编码', delimiter: '分隔符', head: '表头在第几行', asGuessed: '（识别结果，可改）',
    comma: '逗号', semicolon: '分号', tab: '制表符', workbook: 'XLSX',
  },
  fault: {
    'too-large': '文件超过20MB。请按年份分成几个文件。', bomb: '文件解开后过大，可能有害，没有解开。请另存一份再试。', paths: '文件里有指向外面的路径，可能有害，没有解开。', entities: '文件里有自定义实体，可能有害，没有读取。请用表格软件另存一份。',
    encrypted: '文件有密码。请去掉密码后另存一份。', 'old-excel': '这是旧的XLS格式，或者有密码。请另存为XLSX或CSV。', 'not-a-table': '这不是CSV或XLSX表格。', damaged: '文件不完整或已损坏。请用表格软件打开后另存一份。',
    'too-many-rows': '超过5万行。请按年份分成几个文件。', 'too-many-columns': '超过200列。请删去用不到的列。', empty: '文件里没有内容。', unreadable: '文件读不出来：可能已移走或正被别的程序占用。',
  },
  columns: { title: '列的含义', says: '按表头识别，请核对；表里没有的就选“没有”。', field: '事件的内容', column: '表中的列', sample: '表中的例子', no: '没有', need: '必须有发生时间', unnamed: '第{number}列', order: '“{sample}”里哪个是月？', dmy: '日在前（日/月/年）', mdy: '月在前（月/日/年）' },
  field: {
    occurred: '发生时间', time: '发生时刻（另成一列）', received: '接报时间', place: '地点', type: '类型', category: '类别', level: '响应级别', severity: '事件等级', channel: '接报渠道', narrative: '经过', reporter: '报告人',
    dead: '死亡人数', serious: '重伤人数', minor: '轻伤人数', missing: '失联人数', loss: '损失（元）', contained: '控制时间', lifted: '解除时间', closed: '结案时间', falseReport: '是否误报', drill: '是否演练',
  },
  values: { title: '取值对应', says: '表里的说法对应本站的哪一个；没有对应的选“不归类”，统计里归“无”。', value: '表中的说法', rows: '行数', code: '本站的', open: '还没有选', left: '还有{count}个没有选', restNone: '其余都不归类', level: '{level}级' },
  preview: {
    title: '预览', working: '正在核对：{rows}行', fresh: '可导入', faulty: '有误', twice: '表内重复', known: '以前导入过', first: '前{count}起将成为', row: '行', occurred: '发生时间', place: '地点', kind: '类型或类别', level: '级别', marks: '标记', narrative: '经过',
    drill: '演练', falseReport: '误报', months: '各月', month: '月份', incidents: '事件', drills: '演练', falseReports: '误报', categories: '各类', category: '类别', all: '合计', nothing: '没有可以导入的行。',
  },
  faults: {
    title: '有误的行', row: '行', column: '列', value: '表中写的', what: '问题和办法', blank: '（空）', noColumn: '（没有这一列）',
    'date-missing': '没有时间。补上发生时间。', 'date-bad': '不是日期。写成2024-03-05 14:30这样。', 'date-year': '年份只有两位。写四位年份。', 'date-ambiguous': '分不清月和日。在上面选定哪个在前。', 'date-future': '晚于现在。核对年份。', 'date-early': '早于发生时间。核对两个时间。',
    'count-bad': '不是人数。写整数，不详就空着。', 'money-bad': '不是金额。写数字，单位元或万元，不详就空着。', 'yes-bad': '看不出是或否。写“是”或“否”。', 'not-assigned': '还没有对应。在“取值对应”里选一个。', 'too-long': '太长。地点、渠道和姓名最多200字，经过最多1万字。',
  },
  doubles: { title: '重复的行', inFile: '与第{row}行同一时间、同一地点', before: '已由{file}第{row}行导入，不会重复计入' },
  send: {
    title: '导入', leaveOut: '略过有误的{count}行', twice: '同一时间、同一地点的{count}行也导入，各算一起', go: '导入{count}起', sending: '已导入{done}/{all}起', cancel: '停止', goOn: '继续导入其余{count}起',
    needLeaveOut: '有误的行要先在文件里改好，或者选“略过”。', needColumn: '先指明发生时间是哪一列。', needOrder: '先选定日和月哪个在前。', checking: '正在核对哪些行以前导入过：{done}/{all}', done: '已导入{count}起。', already: '另有{count}起早已导入，没有重复计入。', history: '到历史里看', stopped: '已停止，写入的{count}起保留；再选同一个文件可以接着导入。', another: '再导入一个文件',
  },
  past: {
    title: '以往的补录', none: '还没有补录过。', file: '文件', at: '导入时间', by: '谁导入', rows: '起数', state: '状态', counted: '计入统计', withdrawn: '已撤回：{reason}', withdrawing: '正在撤回，还剩{count}起', withdraw: '撤回', withdrawOf: '撤回{file}的补录',
    ask: '撤回这次补录', askSays: '{file}的{count}起将不再计入任何统计，但仍在记录里，标明“补录已撤回”。撤回之后可以重新导入。', reason: '为什么撤回', yes: '撤回',
  },
}

export type ImportWords = typeof importZh
