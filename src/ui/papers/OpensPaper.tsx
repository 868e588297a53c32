import { Button, type ButtonProps } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'

/** A button under which a paper opens, and closes again. */
export const OpensPaper = ({
  words,
  icon,
  children,
}: {
  words: string
  icon: NonNullable<ButtonProps['icon']>
  /** The card, given what closes it. */
  children: (close: () => void) => ReactNode
}) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <div>
        <Button icon={icon} aria-expanded={open} onClick={() => setOpen(!open)}>
          {words}
        </Button>
      </div>
      {open && children(() => setOpen(false))}
    </>
  )
}
