export const FOLDER = "src/texts";
