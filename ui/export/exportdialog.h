#pragma once
#include "ui/export/exportscope.h"

#include <QDialog>
#include <QTimer>

#include <optional>

class QButtonGroup;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace gb::ui {

class ExportPreviewer;
class ProfileChoice;

/// What of the session goes into a file, and in which form.
class ExportDialog final : public QDialog
{
    Q_OBJECT
public:
    /// One scope at least. `previewer`: tells what will be in the file, ahead of writing; null: nobody does. Outlives
    /// it.
    explicit ExportDialog(ExportScopes scopes, ExportPreviewer *previewer = nullptr, QWidget *parent = nullptr);

    ExportOptions options() const;
    /// Of the chosen format, with its dot.
    QString ending() const;
    /// The same for a file dialog.
    QString fileFilter() const;

private:
    const ExportScope &scope() const;
    /// What is of devices has no single messages.
    void fitScopes();
    void showSize();
    void addPreview(QFormLayout *form, ExportPreviewer *previewer);
    void showPreview(const ExportPreview &preview);

    const ExportScopes m_scopes;
    QButtonGroup *m_buttons; ///< by place in `m_scopes`
    QLabel *m_size;
    QComboBox *m_format;
    ProfileChoice *m_profile;
    QLabel *m_told = nullptr; ///< what will be in the file
    QPushButton *m_changes = nullptr;
    QTimer m_later; ///< until the choice is made
    std::optional<ExportPreview> m_preview;
};

} // namespace gb::ui
