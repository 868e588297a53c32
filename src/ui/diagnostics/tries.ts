import { t } from '../../words/t.ts'

/** What can't be found out by a page alone: a person tries it and says yes or no. */
export type Try = {
  readonly id: string
  readonly question: string
  readonly how: string
  /** What the page can do for it when a button is pressed. */
  readonly act?: 'print' | 'download' | 'columns'
}
export type TryAnswer = { readonly said: 'yes' | 'no' | null; readonly notes: string }
export type TryAnswers = Readonly<Record<string, TryAnswer>>

export const tries: readonly Try[] = [
  {
    id: 'frames',
    question: t`Does the task pane open in Word and in Excel on the web?`,
    how: t`Open a document from OneDrive or SharePoint in each, and choose SEND on the Home tab. If the pane stays empty, open the browser’s console: a line about frame-ancestors names the host that has to be added to the header.`,
  },
  {
    id: 'columns',
    question: t`May the app change columns with what it is granted for daily use?`,
    how: t`The button gives one column of the first list the description that it has already, so nothing becomes other than it was. “No” is what is wanted: only set-up should be able to.`,
    act: 'columns',
  },
  {
    id: 'currency',
    question: t`Can columns for currency and for links be made through Graph today?`,
    how: t`The app needs neither: money is kept as whole pence, links as text. To know: in Graph Explorer, as an owner of a site for trying things, POST /sites/{site}/lists/{list}/columns with {"name":"tryCurrency","currency":{"locale":"en-GB"}}, then with {"name":"tryLink","hyperlinkOrPicture":{"isPicture":false}}.`,
  },
  {
    id: 'bin',
    question: t`Does Graph show the recycle bin of a site?`,
    how: t`The app doesn’t ask for it: what was disposed of is looked up in SharePoint. To know: in Graph Explorer GET https://graph.microsoft.com/beta/sites/{site}/recycleBin/items?$select=id&$top=1.`,
  },
  {
    id: 'print',
    question: t`Does the printer’s dialog open?`,
    how: t`Teams, or a policy, may keep a page from printing.`,
    act: 'print',
  },
  {
    id: 'download',
    question: t`Does a file come down?`,
    how: t`A small text file, goldthread-check.txt. A policy on unmanaged devices may block downloads.`,
    act: 'download',
  },
]

/** What documentation leaves open, and where the answer for this school stands: a line of the checks, or a try. */
export const openQuestions: readonly { readonly question: string; readonly answer: string }[] = [
  { question: t`Which pages may frame the tab and the pane`, answer: 'around' },
  { question: t`Whether the pane is let in by Word and Excel on the web`, answer: 'frames' },
  { question: t`Whether a page may read how long Microsoft 365 asks it to wait`, answer: 'waitHeaders' },
  { question: t`Whether columns for currency and links can be made`, answer: 'currency' },
  { question: t`Whether lists made through Graph keep earlier versions`, answer: 'versions:senco' },
  { question: t`Whether the right to write lets an app change columns`, answer: 'columns' },
  { question: t`Whether Graph shows the recycle bin`, answer: 'bin' },
]
