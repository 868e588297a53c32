import { t } from '../words/t.ts'
import {
  Button,
  Link,
  type LinkProps,
  makeStyles,
  Menu,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Overflow,
  OverflowItem,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons'
import { type RefObject, useLayoutEffect, useRef } from 'react'

/** A word of the bar. */
type Place = LinkProps & { readonly words: string; readonly href: string }

const useStyles = makeStyles({
  more: { alignSelf: 'center', flexShrink: 0, whiteSpace: 'nowrap' },
  link: { flexShrink: 0 },
})

/** The words of the bar; those for which there is no room lie in a menu at the end. Where one is stays in sight. */
export const PlacesBar = ({
  links,
  className,
  heldRef,
}: {
  links: readonly Place[]
  className: string
  /** The address of the word that had the focus in the plain words that stood here before. */
  heldRef: RefObject<string | null>
}) => {
  const styles = useStyles()
  const row = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (heldRef.current)
      row.current?.querySelector<HTMLElement>(`[href="${CSS.escape(heldRef.current)}"]`)?.focus()
    // Whether it fits is known a moment later.
    const over = setTimeout(() => (heldRef.current = null), 5_000)
    return () => clearTimeout(over)
  }, [heldRef])
  return (
    <Overflow minimumVisible={2} padding={8}>
      <div ref={row} className={className} style={{ flexWrap: 'nowrap' }}>
        {links.map(({ words, ...link }, at) => (
          <OverflowItem
            key={words}
            id={words}
            // Later words go first; never the one where somebody is.
            priority={link['aria-current'] ? links.length + 1 : links.length - at}
          >
            <span className={styles.link}>
              <Link {...(link as LinkProps & { href: string })}>{words}</Link>
            </span>
          </OverflowItem>
        ))}
        <More links={links} heldRef={heldRef} />
      </div>
    </Overflow>
  )
}

const More = ({ links, heldRef }: { links: readonly Place[]; heldRef: RefObject<string | null> }) => {
  const styles = useStyles()
  const { ref, isOverflowing } = useOverflowMenu<HTMLSpanElement>()
  // A word that had the focus and found no room lies in this menu now.
  useLayoutEffect(() => {
    const { current: href } = heldRef
    const menu = ref.current
    const word = href && menu?.closest('nav')?.querySelector(`[href="${CSS.escape(href)}"]`)
    const free = [word, document.body, null].includes(document.activeElement)
    if (word && free && word.getClientRects().length === 0) menu?.querySelector('button')?.focus()
  })
  if (!isOverflowing) return null
  return (
    <Menu>
      <span ref={ref} className={styles.more}>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            style={{ minWidth: 0 }}
          >{t`More`}</Button>
        </MenuTrigger>
      </span>
      <MenuPopover>
        <MenuList>
          {links.map(({ words, href }) => (
            <Hidden key={words} words={words} href={href} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

const Hidden = ({ words, href }: { words: string; href: string }) =>
  useIsOverflowItemVisible(words) ? null : <MenuItemLink href={href}>{words}</MenuItemLink>
