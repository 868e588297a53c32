import { t } from '../../words/t.ts'
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import { SavedView } from '../../domain/records/savedView.ts'
import { folded } from '../../domain/folded.ts'
import { TroubleNotice } from '../../ui/Loaded.tsx'
import { useKeepView } from './useKeepView.ts'

/** Asks for the name of a view, a new one or one that is there. */
export const NameView = ({
  view,
  taken,
  query,
  onKept,
  onClose,
}: {
  /** Null for a new one. */
  view: Stored<SavedView> | null
  taken: readonly string[]
  query: string
  onKept: (key: string) => void
  onClose: () => void
}) => {
  const [name, setName] = useState(view?.name ?? '')
  const [asked, setAsked] = useState(false)
  const { make, keep, trouble } = useKeepView()
  const clean = name.trim()
  const wrong =
    clean === ''
      ? t`Give the view a name`
      : taken.some((other) => folded(other) === folded(clean))
        ? t`Another view has this name`
        : null
  const save = async () => {
    setAsked(true)
    if (wrong) return
    const kept = view
      ? await keep(view, { name: clean })
      : await make({ name: clean, place: 'register', query })
    if (!kept) return
    onKept(kept.key)
    onClose()
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <DialogBody>
            <DialogTitle>{view ? t`Rename this view` : t`Save this view`}</DialogTitle>
            <DialogContent>
              <Field
                label={t`Name`}
                required
                hint={t`Everybody who reads the register sees it: name no pupil`}
                validationState={asked && wrong ? 'error' : 'none'}
                validationMessage={asked ? wrong : null}
              >
                <Input
                  value={name}
                  maxLength={SavedView.fields.name.max}
                  onChange={(_, { value }) => setName(value)}
                />
              </Field>
              {trouble && <TroubleNotice trouble={trouble} />}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{t`Cancel`}</Button>
              <Button appearance="primary" type="submit">
                {view ? t`Rename` : t`Save`}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
