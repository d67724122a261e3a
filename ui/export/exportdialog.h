#pragma once
#include "ui/export/exportscope.h"

#include <QDialog>

class QButtonGroup;
class QComboBox;
class QLabel;

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

    const ExportScopes m_scopes;
    QButtonGroup *m_buttons; ///< by place in `m_scopes`
    QLabel *m_size;
    QComboBox *m_format;
    ProfileChoice *m_profile;
};

} // namespace gb::ui
