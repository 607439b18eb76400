/** The words of the report pages in Chinese; they are loaded with these pages. */
export const reportZh = {
  title: '月报', back: '全部月报', again: '再读一次', next: '{month}月报将在{time}自动生成草稿', print: '打印', join: '、', colon: '：',
  standing: { running: '本月未完', draft: '草稿', issued: '已签发', corrected: '更正{count}' },
  list: { month: '月份', standing: '状态', incidents: '事件', prepared: '生成草稿', issued: '签发', none: '还没有月报', late: '错过的会在开机后补上', automatic: '每月自动生成' },
  issue: {
    draft: '草稿', first: '首次签发', correction: '更正第{number}号', shown: '正在看', open: '看这一版', by: '{by}，{time}', runs: '本月结束后才能签发',
    do: '签发…', correct: '签发更正…', title: '签发{month}月报', titleCorrect: '签发{month}月报的更正第{number}号', yes: '签发', reason: '为什么更正',
    says: '签发后，这一版的数字、文字和姓名不再改变。以后补录或更正事件，只会另出更正，编号往后排。', frozen: '数字截至记录第{position}条、{time}；校验值{check}。', names: '编制{compiled}，审核{reviewed}，签发{approved}', noName: '未填', done: '已签发',
  },
  changes: {
    title: '签发之后有变化', says: '现在的草稿与最近一次签发不同：', figures: '数字{count}处', words: '文字：{sections}', more: '还有{count}处', none: '与最近一次签发相同',
    was: '{table}，{row}，{column}：{before}→{after}',
  },
  check: {
    title: '核对', do: '按记录重算', doing: '正在重算…', same: '重算结果与这一版完全相同', differs: '重算结果与这一版不同', damaged: '记录中的这一版与它的校验值不符', otherRules: '这一版由旧程序生成（规则{rules}，现为{now}），差别可能由此而来', check: '校验值', position: '记录第{position}条', asOf: '截至{time}',
  },
  edit: { do: '改', save: '保存', cancel: '取消', back: '恢复自动文字', by: '已由人改写', label: '{section}的文字，段落之间空一行', hint: '不要写报警人、伤员的姓名和电话' },
  sign: { do: '填写', title: '期号、姓名和报送', number: '期号', compiledBy: '编制', reviewedBy: '审核', approvedBy: '签发', sentTo: '报送', copiedTo: '抄送', save: '保存' },
  behind: { title: '这个数字背后的事件', when: '时间', incident: '事件', state: '状态', late: '超时', times: '计入', none: '没有事件', total: '共{total}，来自{incidents}起', close: '关闭', drill: '演练' },
}
export type ReportWords = typeof reportZh
