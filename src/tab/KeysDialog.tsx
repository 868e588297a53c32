import { t } from '../words/t.ts'
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
} from '@fluentui/react-components'

const keys = [
  ['/', 'Find a pupil; in the register, the profiles and the log: search them'],
  ['j, k or arrows', 'Next and previous row'],
  ['Enter', 'Open the row, or take its next step under Today'],
  ['x or Space', 'Select the row of the register'],
  ['n', 'New: pupil, need, outcome, support, person or action, where you are'],
  ['1 to 9, 0', 'Say why you open a record with an EHC plan'],
  ['h', 'Hide or show names and details'],
  ['?', 'This list'],
] as const

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: '24px',
    rowGap: '8px',
    margin: 0,
    '& dd': { margin: 0 },
    '& dt': { fontWeight: 600 },
  },
})

/** Keys for what buttons and links do too. */
export const KeysDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const styles = useStyles()
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t`Keys`}</DialogTitle>
          <DialogContent>
            <dl className={styles.list}>
              {keys.map(([key, does]) => (
                <div key={key} style={{ display: 'contents' }}>
                  <dt>{key}</dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
            <p>{t`None of them works while you are typing.`}</p>
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{t`Close`}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
