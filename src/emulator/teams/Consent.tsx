import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'

export type ConsentAsked = { readonly scope: string; readonly decide: (accepted: boolean) => void }

/** What stands for Microsoft's own window in which a person agrees to what an app asks for. */
export const Consent = ({ asked }: { asked: ConsentAsked | null }) => (
  <Dialog open={asked !== null} modalType="alert">
    <DialogSurface>
      <DialogBody>
        <DialogTitle>Sign in (stand-in)</DialogTitle>
        <DialogContent>
          The tab asks to work in your name with: {asked?.scope.split(' ').join(', ')}
        </DialogContent>
        <DialogActions>
          <Button appearance="primary" onClick={() => asked?.decide(true)}>
            Accept
          </Button>
          <Button onClick={() => asked?.decide(false)}>Cancel</Button>
        </DialogActions>
      </DialogBody>
    </DialogSurface>
  </Dialog>
)
