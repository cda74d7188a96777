interface WithPrescriber extends Window {
  prescriptorListo?: (view: Window) => void;
}
(parent as WithPrescriber).prescriptorListo?.(window);
