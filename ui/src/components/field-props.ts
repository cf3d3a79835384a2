/** What every field takes besides its value. */
export interface FieldProps {
  id?: string;
  label?: string | undefined;
  placeholder?: string | undefined;
  describedBy?: string | undefined;
  invalid?: boolean;
  small?: boolean;
}

/** One whose value is a text. */
export interface TextProps extends FieldProps {
  value: string;
  onchange?: (value: string) => void;
}
