class BoardsController < ApplicationController
  include FeatureFlagged

  requires_feature :⟦wrapper:kanban_boards⟧, only: %i[index show]
  rescue_from :archived_boards, with: :not_found

  def index
    @boards = feature?(:⟦wrapper:archived_boards⟧) ? Board.all : Board.active
    flash[:notice] = "archived_boards on"
  end
end
