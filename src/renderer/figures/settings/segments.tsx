import { SegmentedControl } from '@mantine/core';

interface SegmentsProps<T extends string> {
  name: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** Two to seven exclusive values over the whole width. */
export function Segments<T extends string>({ name, value, options, onChange }: SegmentsProps<T>) {
  return (
    <SegmentedControl
      fullWidth
      aria-label={name}
      value={value}
      data={[...options]}
      onChange={(next) => {
        const option = options.find((one) => one.value === next);
        if (option) onChange(option.value);
      }}
    />
  );
}
