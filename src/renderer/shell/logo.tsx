/** The mark: a ripe plantain, the only curve in the chrome. */
export function Logo({ size = 18 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      <path
        d="M4.2 3.2c.9-.5 1.9-.2 2.3.8 1.2 4.6 5.4 9 12.2 9.6 1.5.1 2.6.9 2.5 2 0 .8-.5 1.4-1.4 1.8C12.4 20.9 3.400 17 3 6.600c0-1.500.2-2.900 1.200-3.400Z"
        fill="var(--accent)"
        stroke="var(--accent-line)"
        strokeWidth="1.3"
        strokeLinejoin="round"
      />
      <path
        d="M5.200 6.200c.8 5.600 5.800 10 12.200 10"
        fill="none"
        stroke="var(--accent-line)"
        strokeWidth="1"
        strokeLinecap="round"
      />
    </svg>
  );
}
