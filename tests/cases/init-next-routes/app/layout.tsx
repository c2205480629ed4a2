export const metadata = {
  metadataBase: new URL("https://rowan.example.org"),
};
