const x = {
  trailingSlash: true,
};
export default x;
