# Posts are rendered, but no page is written for them.
class Jekyll::Document
  def write?
    false
  end
end
